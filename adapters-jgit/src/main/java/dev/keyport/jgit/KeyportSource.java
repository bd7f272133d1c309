package dev.keyport.jgit;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Whatever host is asked for; the store is asked each time. */
record KeyportSource(Keyport keyport) implements Source {
  KeyportSource {
    Objects.requireNonNull(keyport, "keyport");
  }

  @Override
  public Optional<Credential> find(Address address) {
    return address.asHost().flatMap(host -> find(host, address.user()));
  }

  private Optional<Credential> find(Host host, String user) {
    if (user.isEmpty()) {
      return keyport.find(host);
    }
    return keyport
        .find(new CredentialId(host, user))
        .or(() -> keyport.find(new CredentialId(host.withoutPort(), user)));
  }

  @Override
  public Optional<Credential> other(Address address, Predicate<Credential> refused) {
    return find(address).filter(refused.negate());
  }

  @Override
  public void forget(Address address) {
    // Nothing is kept.
  }
}
