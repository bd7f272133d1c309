package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Map<CredentialId, Credential> displaced = new LinkedHashMap<>();
    byte[] edited =
        Puts.apply(
            text,
            credentials.values(),
            (netrc, entry, replacement) ->
                held(netrc, entry, replacement)
                    .ifPresent(old -> displaced.putIfAbsent(old.id(), old)));
    check(Parser.parse(edited));
    before = text;
    after = edited;
    saved = new Saved(List.copyOf(credentials.keySet()), List.copyOf(displaced.values()));
    return edited;
  }

  /** What the entry holds; refused when that is to be saved too, and would be lost. */
  private Optional<Credential> held(Netrc netrc, Entry entry, Credential replacement) {
    Optional<Credential> held =
        netrc
            .password(entry)
            .map(
                secret ->
                    new Credential(
                        replacement.host(), netrc.login(entry), secret, netrc.account(entry)));
    held.map(Credential::id)
        .filter(id -> !id.login().isEmpty() && !id.equals(replacement.id()))
        .filter(credentials::containsKey)
        .ifPresent(
            id -> {
              throw oneLoginAHost(firstOf(id, replacement.id()));
            });
    return held;
  }

  private CredentialId firstOf(CredentialId one, CredentialId other) {
    for (CredentialId id : credentials.keySet()) {
      if (id.equals(one) || id.equals(other)) {
        return id;
      }
    }
    throw new IllegalArgumentException("neither is saved");
  }

  private void check(Netrc netrc) {
    Map<Host, HostEntries> entries =
        netrc.entriesOf(credentials.keySet().stream().map(CredentialId::host).toList());
    for (Credential credential : credentials.values()) {
      boolean found =
          HostEntries.of(entries, credential.id()).stream()
              .filter(entry -> entry.password().isPresent())
              .findFirst()
              .flatMap(netrc::password)
              .filter(credential.secret()::equals)
              .isPresent();
      if (!found) {
        throw oneLoginAHost(credential.id());
      }
    }
  }

  private static StoreException oneLoginAHost(CredentialId lost) {
    return new StoreException.Unrepresentable(
        "a netrc keeps one login for "
            + lost.host()
            + ": it can't hold "
            + lost.login()
            + " and another saved with it",
        "save one of them, or keep the other in a netrc of its own");
  }

  /** What the last application changed. */
  Saved saved() {
    return saved;
  }

  /** What the last application was given; not a copy. */
  byte[] before() {
    return before;
  }

  /** What the last application returned; not a copy. */
  byte[] after() {
    return after;
  }
}
