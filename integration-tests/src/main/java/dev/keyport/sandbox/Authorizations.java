package dev.keyport.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The authorizations and the life of their tokens. Guarded by the lock of the {@link State}. */
final class Authorizations {
  private final Clock clock;
  private final Secrets secrets;
  private final Table<Authorization> table = new Table<>();

  Authorizations(Clock clock, Secrets secrets) {
    this.clock = clock;
    this.secrets = secrets;
  }

  /** Gives a direct authorization with an access token. */
  Authorization issue(
      Account account, String description, List<String> scope, Optional<Duration> lifetime) {
    Authorization fresh =
        Authorization.create(account.id(), description, scope, lifetime, clock.instant());
    return regenerate(fresh);
  }

  /** Gives an authorization as a browser login makes it: it is listed as a session. */
  Authorization issueSession(Account account, String description, Optional<Duration> lifetime) {
    List<String> scope = List.of(Choices.DEFAULT_SCOPE);
    Authorization fresh =
        Authorization.create(account.id(), description, scope, lifetime, clock.instant());
    return regenerate(fresh.forSession(UUID.randomUUID()));
  }

  /** Gives an authorization to a client: it has a grant, which is to be exchanged for tokens. */
  Authorization issueGrant(Account account, Client client, String description, List<String> scope) {
    Instant now = clock.instant();
    Authorization fresh =
        Authorization.create(account.id(), description, scope, Optional.empty(), now);
    Token grant = token(Optional.of(Choices.GRANT_LIFE));
    return table.put(
        fresh
            .forClient(client.id(), now)
            .withTokens(Optional.empty(), Optional.empty(), Optional.of(grant), now));
  }

  /** Puts new tokens in the place of the old ones, which are dead from here on. */
  Authorization regenerate(Authorization old) {
    Optional<Token> refresh = old.refresh().map(token -> token(Optional.empty()));
    Token access = token(old.lifetime());
    return table.put(
        old.withTokens(Optional.of(access), refresh, Optional.empty(), clock.instant()));
  }

  /** Answers a grant or a refresh token with a new access token. */
  Authorization exchange(Authorization old) {
    Token access = token(Optional.of(Choices.EXCHANGED_TOKEN_LIFE));
    Token refresh = old.refresh().orElseGet(() -> token(Optional.empty()));
    return table.put(
        old.withTokens(
            Optional.of(access), Optional.of(refresh), Optional.empty(), clock.instant()));
  }

  /** Ends the access token now; the authorization stays. */
  Authorization expire(Authorization old) {
    Instant now = clock.instant();
    Optional<Token> ended = old.access().map(token -> token.endingAt(now));
    return table.put(old.withTokens(ended, old.refresh(), old.grant(), old.updatedAt()));
  }

  /** Takes the access token away; the authorization stays. */
  Authorization withdrawAccess(Authorization old) {
    return table.put(old.withTokens(Optional.empty(), old.refresh(), old.grant(), clock.instant()));
  }

  Authorization put(Authorization changed) {
    return table.put(changed);
  }

  void delete(Authorization authorization) {
    table.remove(authorization);
  }

  Stream<Authorization> stream() {
    return table.stream();
  }

  Stream<Authorization> of(Account account) {
    return table.stream().filter(authorization -> authorization.belongsTo(account));
  }

  Optional<Authorization> find(Account account, String id) {
    return table.find(id).filter(authorization -> authorization.belongsTo(account));
  }

  /** The account's default authorization, when it has one that was not deleted. */
  Optional<Authorization> defaultOf(Account account) {
    return account.defaultAuthorization().flatMap(table::find);
  }

  /** The authorization whose live access token this is. */
  Optional<Authorization> byAccessToken(String value) {
    Instant now = clock.instant();
    return table.stream()
        .filter(
            authorization ->
                authorization
                    .access()
                    .filter(token -> token.value().equals(value) && token.aliveAt(now))
                    .isPresent())
        .findFirst();
  }

  private Token token(Optional<Duration> lifetime) {
    return new Token(
        UUID.randomUUID(), secrets.token(), lifetime.map(life -> clock.instant().plus(life)));
  }
}
