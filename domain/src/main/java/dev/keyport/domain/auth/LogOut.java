package dev.keyport.domain.auth;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.TokenOrigin;
import dev.keyport.domain.token.TokenSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Logs out of what is stored, whatever the environment holds: the API first, the store always. The
 * entries go even when the API can't be reached; other accounts' entries stay.
 */
public final class LogOut {
  /** Whose login, and how far. */
  public enum Scope {
    /** The login in force. */
    CURRENT,
    /** Every login stored for the API and git hosts. */
    ALL
  }

  private final AuthApi api;
  private final TokenStore store;
  private final MetadataStore metadata;
  private final StoredLogins logins;

  /**
   * @param api revokes
   * @param store forgets
   * @param metadata says what may be revoked
   * @param tokens what is stored now
   * @param endpoints the hosts of a login
   */
  public LogOut(
      AuthApi api,
      TokenStore store,
      MetadataStore metadata,
      TokenSource tokens,
      Endpoints endpoints) {
    this.api = api;
    this.store = store;
    this.metadata = metadata;
    this.logins = new StoredLogins(tokens, endpoints);
  }

  /**
   * Logs out.
   *
   * @param revoke whether to end the tokens at the API too
   * @return the logins that ended, one for each different token; empty when nobody was logged in,
   *     which is no error
   * @throws StoreException when the store is locked or can't be read, and nothing changed; or can't
   *     be written, and the message says what was revoked
   */
  public List<LoggedOut> run(Scope scope, boolean revoke) {
    // Before the API is called: a store that is locked must not come to light half-way.
    List<CredentialId> present = store.list();
    List<StoredLogins.Login> ending = scope == Scope.ALL ? logins.all(present) : logins.current();
    if (ending.isEmpty()) {
      return List.of();
    }
    store.checkRemovable(ending.stream().flatMap(login -> login.ids().stream()).toList());
    TokenRevocation revocation = new TokenRevocation(api);
    List<LoggedOut> ended = new ArrayList<>();
    for (StoredLogins.Login login : ending) {
      Revocation told = revoke ? revocation.revoke(login.token()) : leave(login.token());
      ended.add(new LoggedOut(login.login(), login.ids(), told));
    }
    List<CredentialId> removed = remove(ended);
    ending.forEach(this::forget);
    return ended.stream()
        .map(
            login ->
                new LoggedOut(
                    login.account(),
                    login.removed().stream().filter(removed::contains).toList(),
                    login.revocation()))
        .toList();
  }

  private static Revocation leave(FoundToken token) {
    return new Revocation.StillValid(
        "only the stored entries were to be removed",
        token.metadata().flatMap(Metadata::authorizationId));
  }

  private List<CredentialId> remove(List<LoggedOut> ended) {
    try {
      return store.remove(ended.stream().flatMap(login -> login.removed().stream()).toList());
    } catch (StoreException e) {
      String revoked =
          ended.stream()
              .filter(login -> login.revocation() instanceof Revocation.Revoked)
              .map(login -> login.account().isEmpty() ? "an unnamed account" : login.account())
              .distinct()
              .collect(Collectors.joining(", "));
      throw revoked.isEmpty()
          ? e
          : e.withMessage(
              e.message() + "; at the API the token was revoked already, of " + revoked);
    }
  }

  private void forget(StoredLogins.Login login) {
    for (FoundToken entry : login.entries()) {
      CredentialId id = StoredLogins.storedId(entry);
      Stream.of(((TokenOrigin.Store) entry.origin()).store(), store.spec())
          .distinct()
          .forEach(place -> forget(place, id));
    }
  }

  private void forget(StoreSpec place, CredentialId id) {
    try {
      metadata.remove(place, id);
    } catch (StoreException e) {
      // The login has ended all the same. What stays behind holds no secret, and its fingerprint
      // fits no token that may be stored under this id later.
    }
  }
}
