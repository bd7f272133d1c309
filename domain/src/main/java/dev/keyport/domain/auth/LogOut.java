package dev.keyport.domain.auth;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.TokenOrigin;
import dev.keyport.domain.token.TokenSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private final TokenSource tokens;
  private final Endpoints endpoints;

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
    this.tokens = tokens;
    this.endpoints = endpoints;
  }

  /**
   * Logs out.
   *
   * @param revoke whether to end the token at the API too
   * @return the logins that ended; empty when nobody was logged in, which is no error
   * @throws dev.keyport.domain.store.StoreException when the store is locked or can't be read, and
   *     nothing changed; or can't be written, and the message says what was revoked
   */
  public List<LoggedOut> run(Scope scope, boolean revoke) {
    List<LoggedOut> ended = new ArrayList<>();
    for (String login : logins(scope)) {
      ended.add(end(login, revoke));
    }
    return ended;
  }

  private Set<String> logins(Scope scope) {
    Set<String> logins = new LinkedHashSet<>();
    if (scope == Scope.ALL) {
      store.list().stream()
          .filter(id -> hosts().contains(id.host()))
          .map(CredentialId::login)
          .forEach(logins::add);
      return logins;
    }
    tokens
        .stored(endpoints.apiHost())
        .or(this::ownGitLogin)
        .map(LogOut::storedId)
        .map(CredentialId::login)
        .ifPresent(logins::add);
    return logins;
  }

  /** The git host's login where the API host's is gone, if it is known to be of our making. */
  private Optional<FoundToken> ownGitLogin() {
    return tokens.stored(endpoints.gitHost()).filter(found -> found.metadata().isPresent());
  }

  private static CredentialId storedId(FoundToken found) {
    return ((TokenOrigin.Store) found.origin()).id();
  }

  private LoggedOut end(String login, boolean revoke) {
    List<FoundToken> entries = entries(login);
    Revocation revocation = revoke ? revoke(entries) : leave(entries);
    List<CredentialId> ids = entries.stream().map(LogOut::storedId).toList();
    List<CredentialId> removed = remove(ids, revocation);
    ids.forEach(id -> metadata.remove(store.spec(), id));
    return new LoggedOut(login, removed, revocation);
  }

  private List<FoundToken> entries(String login) {
    Map<CredentialId, FoundToken> entries = new LinkedHashMap<>();
    for (Host host : hosts()) {
      tokens
          .stored(new CredentialId(host, login))
          // A store may answer with an entry that names nobody, which need not be this login's.
          .filter(found -> storedId(found).login().equals(login))
          .ifPresent(found -> entries.putIfAbsent(storedId(found), found));
    }
    return List.copyOf(entries.values());
  }

  private Revocation revoke(List<FoundToken> entries) {
    return entries.stream()
        .findFirst()
        .map(new TokenRevocation(api)::revoke)
        .orElseGet(Revocation.AlreadyInvalid::new);
  }

  private static Revocation leave(List<FoundToken> entries) {
    return new Revocation.StillValid(
        "only the stored entries were to be removed",
        entries.stream()
            .findFirst()
            .flatMap(FoundToken::metadata)
            .flatMap(Metadata::authorizationId));
  }

  private List<CredentialId> remove(List<CredentialId> ids, Revocation revocation) {
    try {
      return store.remove(ids);
    } catch (StoreException e) {
      throw revocation instanceof Revocation.Revoked
          ? e.withMessage(e.message() + "; the token itself was revoked at the API")
          : e;
    }
  }

  /** The API's before git's, and with the port before without: the order tokens are found in. */
  private Set<Host> hosts() {
    Set<Host> hosts = new LinkedHashSet<>();
    for (Host host : List.of(endpoints.apiHost(), endpoints.gitHost())) {
      hosts.add(host);
      hosts.add(host.withoutPort());
    }
    return hosts;
  }
}
