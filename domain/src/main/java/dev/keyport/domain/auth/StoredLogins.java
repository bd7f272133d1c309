package dev.keyport.domain.auth;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.TokenOrigin;
import dev.keyport.domain.token.TokenSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The logins stored for the API and git hosts. */
final class StoredLogins {
  private final TokenSource tokens;
  private final Endpoints endpoints;

  StoredLogins(TokenSource tokens, Endpoints endpoints) {
    this.tokens = tokens;
    this.endpoints = endpoints;
  }

  /**
   * One token of a login, and where it stands.
   *
   * @param login whose
   * @param entries at least one; all have the same token, the one found first comes first
   */
  record Login(String login, List<FoundToken> entries) {
    FoundToken token() {
      return entries.get(0);
    }

    List<CredentialId> ids() {
      return entries.stream().map(StoredLogins::storedId).toList();
    }
  }

  static CredentialId storedId(FoundToken found) {
    return ((TokenOrigin.Store) found.origin()).id();
  }

  /**
   * The login in force; of the git host alone where the API host's is gone and the git host's is
   * known to be of our making.
   */
  List<Login> current() {
    return tokens
        .stored(endpoints.apiHost())
        .or(() -> tokens.stored(endpoints.gitHost()).filter(git -> git.metadata().isPresent()))
        .map(found -> byToken(storedId(found).login()))
        .orElseGet(List::of);
  }

  /** Every login among these ids. */
  List<Login> all(Collection<CredentialId> ids) {
    return ids.stream()
        .filter(id -> hosts().contains(id.host()))
        .map(CredentialId::login)
        .distinct()
        .flatMap(login -> byToken(login).stream())
        .toList();
  }

  private List<Login> byToken(String login) {
    List<FoundToken> left = new ArrayList<>(entries(login));
    List<Login> logins = new ArrayList<>();
    while (!left.isEmpty()) {
      FoundToken first = left.get(0);
      List<FoundToken> same =
          left.stream().filter(entry -> entry.token().equals(first.token())).toList();
      logins.add(new Login(login, same));
      left.removeAll(same);
    }
    return logins;
  }

  private Collection<FoundToken> entries(String login) {
    Map<CredentialId, FoundToken> entries = new LinkedHashMap<>();
    for (Host host : hosts()) {
      Optional<FoundToken> found = tokens.stored(new CredentialId(host, login));
      // A store may answer with an entry that names nobody, which need not be this login's.
      found
          .filter(entry -> storedId(entry).login().equals(login))
          .ifPresent(entry -> entries.putIfAbsent(storedId(entry), entry));
    }
    return entries.values();
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
