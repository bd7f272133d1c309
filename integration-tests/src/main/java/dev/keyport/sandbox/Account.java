package dev.keyport.sandbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An account.
 *
 * @param id its id
 * @param email its email, in lower case
 * @param name the person's name, when given
 * @param allowTracking a setting of the person's
 * @param beta a setting of the person's
 * @param suspendedAt when it was suspended, if it is
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param lastLogin when its password was last used
 * @param defaultAuthorization the id of what the dashboard calls the API key; it may be of an
 *     authorization deleted since
 * @param login how it is logged in to
 */
record Account(
    UUID id,
    String email,
    Optional<String> name,
    boolean allowTracking,
    boolean beta,
    Optional<Instant> suspendedAt,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> lastLogin,
    Optional<UUID> defaultAuthorization,
    Login login)
    implements Identified {

  static Account create(String email, Login login, Instant now) {
    return new Account(
        UUID.randomUUID(),
        email,
        Optional.empty(),
        true,
        false,
        Optional.empty(),
        now,
        now,
        Optional.empty(),
        Optional.empty(),
        login);
  }

  Account withProfile(Optional<String> newName, boolean tracking, boolean newBeta, Instant now) {
    return new Account(
        id,
        email,
        newName,
        tracking,
        newBeta,
        suspendedAt,
        createdAt,
        now,
        lastLogin,
        defaultAuthorization,
        login);
  }

  Account suspended(Instant now) {
    return new Account(
        id,
        email,
        name,
        allowTracking,
        beta,
        Optional.of(now),
        createdAt,
        now,
        lastLogin,
        defaultAuthorization,
        login);
  }

  Account withDefaultAuthorization(UUID authorization) {
    return new Account(
        id,
        email,
        name,
        allowTracking,
        beta,
        suspendedAt,
        createdAt,
        updatedAt,
        lastLogin,
        Optional.of(authorization),
        login);
  }

  Account withLogin(Login newLogin) {
    return new Account(
        id,
        email,
        name,
        allowTracking,
        beta,
        suspendedAt,
        createdAt,
        updatedAt,
        lastLogin,
        defaultAuthorization,
        newLogin);
  }

  Account loggedIn(Instant now) {
    return new Account(
        id,
        email,
        name,
        allowTracking,
        beta,
        suspendedAt,
        createdAt,
        updatedAt,
        Optional.of(now),
        defaultAuthorization,
        login);
  }
}
