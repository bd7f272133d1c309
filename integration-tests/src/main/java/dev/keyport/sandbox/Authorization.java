package dev.keyport.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An OAuth authorization: the right that a token stands for.
 *
 * @param id its id
 * @param account the id of the account that gave it
 * @param client the id of the OAuth client it was given to; empty for a direct one
 * @param session the id of the browser or SSO session it belongs to; empty for any other
 * @param description what the person reads in lists
 * @param scope what it may do
 * @param lifetime how long a new access token lives; empty for ever
 * @param access the access token
 * @param refresh the refresh token
 * @param grant the code that {@code /oauth/tokens} exchanges for tokens
 * @param createdAt when it was given
 * @param updatedAt when it was last changed
 */
record Authorization(
    UUID id,
    UUID account,
    Optional<UUID> client,
    Optional<UUID> session,
    String description,
    List<String> scope,
    Optional<Duration> lifetime,
    Optional<Token> access,
    Optional<Token> refresh,
    Optional<Token> grant,
    Instant createdAt,
    Instant updatedAt)
    implements Identified {

  Authorization {
    scope = List.copyOf(scope);
  }

  /** One with no token so far. */
  static Authorization create(
      UUID account, String description, List<String> scope, Optional<Duration> life, Instant now) {
    return new Authorization(
        UUID.randomUUID(),
        account,
        Optional.empty(),
        Optional.empty(),
        description,
        scope,
        life,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        now);
  }

  Authorization forClient(UUID newClient, Instant now) {
    return new Authorization(
        id,
        account,
        Optional.of(newClient),
        session,
        description,
        scope,
        lifetime,
        access,
        refresh,
        grant,
        createdAt,
        now);
  }

  Authorization forSession(UUID newSession) {
    return new Authorization(
        id,
        account,
        client,
        Optional.of(newSession),
        description,
        scope,
        lifetime,
        access,
        refresh,
        grant,
        createdAt,
        updatedAt);
  }

  Authorization described(String newDescription, Instant now) {
    return new Authorization(
        id,
        account,
        client,
        session,
        newDescription,
        scope,
        lifetime,
        access,
        refresh,
        grant,
        createdAt,
        now);
  }

  /** With these tokens in place of all it had. */
  Authorization withTokens(
      Optional<Token> newAccess,
      Optional<Token> newRefresh,
      Optional<Token> newGrant,
      Instant now) {
    return new Authorization(
        id,
        account,
        client,
        session,
        description,
        scope,
        lifetime,
        newAccess,
        newRefresh,
        newGrant,
        createdAt,
        now);
  }

  boolean belongsTo(Account other) {
    return account.equals(other.id());
  }
}
