package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Puts credentials into a netrc's bytes, and remembers what that displaced. Whether every one of
 * them is found again in the new bytes is checked before those are given to anyone.
 */
final class SaveEdit implements UnaryOperator<byte[]> {
  private final Map<CredentialId, Credential> credentials = new LinkedHashMap<>();
  private byte[] before = {};
  private byte[] after = {};
  private Saved saved = new Saved(List.of(), List.of());

  SaveEdit(Collection<Credential> credentials) {
    credentials.forEach(credential -> this.credentials.put(credential.id(), credential));
  }

  @Override
  public byte[] apply(byte[] text) {
    List<Credential> displaced = new ArrayList<>();
    Set<CredentialId> displacedIds = new HashSet<>();
    byte[] edited = text;
    for (Credential credential : credentials.values()) {
      Netrc netrc = Parser.parse(edited);
      Put put = new Put(netrc, credential);
      for (Credential old : held(netrc, put.targets(), credential)) {
        if (displacedIds.add(old.id())) {
          displaced.add(old);
        }
      }
      edited = put.apply();
    }
    check(Parser.parse(edited));
    before = text.clone();
    after = edited.clone();
    saved = new Saved(List.copyOf(credentials.keySet()), displaced);
    return edited;
  }

  private static List<Credential> held(Netrc netrc, List<Entry> entries, Credential replacing) {
    List<Credential> held = new ArrayList<>();
    for (Entry entry : entries) {
      netrc
          .password(entry)
          .map(
              secret ->
                  new Credential(
                      replacing.host(), netrc.login(entry), secret, netrc.account(entry)))
          .ifPresent(held::add);
    }
    return held;
  }

  private void check(Netrc netrc) {
    for (Credential credential : credentials.values()) {
      boolean found =
          netrc
              .find(credential.host(), credential.login())
              .filter(entry -> netrc.hasLogin(entry, credential.login()))
              .flatMap(netrc::password)
              .filter(credential.secret()::equals)
              .isPresent();
      if (!found) {
        throw new StoreException.Unrepresentable(
            "a netrc keeps one login for "
                + credential.host()
                + ": it can't hold "
                + credential.login()
                + " and another saved with it",
            "save one of them, or keep the other in a netrc of its own");
      }
    }
  }

  /** What the last application changed. */
  Saved saved() {
    return saved;
  }

  byte[] before() {
    return before.clone();
  }

  byte[] after() {
    return after.clone();
  }
}
