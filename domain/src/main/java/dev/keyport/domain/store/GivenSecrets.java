package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Secrets that were given to code which may repeat them as it fails. */
record GivenSecrets(List<Secret> secrets) {
  static final GivenSecrets NONE = new GivenSecrets(List.of());

  GivenSecrets {
    secrets = List.copyOf(secrets);
  }

  static GivenSecrets of(Collection<Credential> credentials) {
    return new GivenSecrets(credentials.stream().map(Credential::secret).toList());
  }

  /** Whether what it says, or one behind it or suppressed in it, has one of the secrets. */
  boolean areIn(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> left = new ArrayDeque<>(List.of(failure));
    while (!left.isEmpty()) {
      Throwable one = left.pop();
      if (seen.add(one)) {
        if (areIn(text(one))) {
          return true;
        }
        left.addAll(List.of(one.getSuppressed()));
        if (one.getCause() != null) {
          left.add(one.getCause());
        }
      }
    }
    return false;
  }

  private static String text(Throwable failure) {
    String hint = failure instanceof KeyportException told ? told.hint().orElse("") : "";
    return failure + "\n" + hint;
  }

  private boolean areIn(String text) {
    return secrets.stream()
        .filter(secret -> !secret.isEmpty())
        .anyMatch(secret -> secret.use(chars -> text.contains(new String(chars))));
  }
}
