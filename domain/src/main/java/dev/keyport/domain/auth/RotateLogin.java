package dev.keyport.domain.auth;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.TokenOrigin;
import dev.keyport.domain.token.TokenSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Puts a new authorization in the place of the stored login's, whatever the environment holds. The
 * new one is made, saved for both hosts and read back before the old one is revoked: whatever
 * fails, a token that works is stored. Where the new one can't be kept, it is revoked and the old
 * one stays.
 */
public final class RotateLogin {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final AuthApi api;
  private final LogIn logIn;
  private final TokenStore store;
  private final TokenSource tokens;
  private final Endpoints endpoints;
  private final Clock clock;
  private final String description;
  private final SecondFactorCalls codes;
  private final CriticalSection whole;

  /**
   * @param api makes and revokes
   * @param logIn keeps the new token
   * @param store named when there is no login
   * @param tokens what is stored
   * @param endpoints the hosts of a login
   * @param clock tells how long a login lasts yet
   * @param description what the new authorization is called where the old one's name isn't known
   * @param secondFactor takes the code that making one may want
   * @param person is asked for it
   * @param whole keeps a rotation from being cut between its two halves
   */
  public RotateLogin(
      AuthApi api,
      LogIn logIn,
      TokenStore store,
      TokenSource tokens,
      Endpoints endpoints,
      Clock clock,
      String description,
      SecondFactorApi secondFactor,
      Interaction person,
      CriticalSection whole) {
    this.api = api;
    this.logIn = logIn;
    this.store = store;
    this.tokens = tokens;
    this.endpoints = endpoints;
    this.clock = clock;
    this.description = description;
    this.codes = new SecondFactorCalls(secondFactor, person);
    this.whole = whole;
  }

  /**
   * Rotates the stored login. The new authorization has the scope and description of the old one,
   * and ends when that would have: where nobody knows when, after {@link
   * InteractiveLogIn#DEFAULT_TIME}.
   *
   * @param lasting how long the new login lasts instead; empty for the rest of the old one's time
   * @throws NotLoggedInException when there is no stored login
   * @throws ApiException when the API refuses or fails; the old login is as it was
   * @throws dev.keyport.domain.store.StoreException when the new token can't be kept; it was
   *     revoked, and the old login is as it was
   */
  public Rotated run(Optional<Duration> lasting) {
    List<StoredLogins.Login> old = new StoredLogins(tokens, endpoints).current();
    if (old.isEmpty()) {
      throw new NotLoggedInException(endpoints.apiHost().withoutPort(), store);
    }
    try {
      return rotated(old, lasting);
    } catch (ApiException.Rejected e) {
      List<StoredLogins.Login> newer = new StoredLogins(tokens, endpoints).current();
      if (newer.isEmpty() || newer.get(0).token().token().equals(old.get(0).token().token())) {
        throw e;
      }
      // Another process has rotated it meanwhile, which ended the token that was read.
      return rotated(newer, lasting);
    }
  }

  private Rotated rotated(List<StoredLogins.Login> old, Optional<Duration> lasting) {
    FoundToken before = old.get(0).token();
    NewAuthorization wanted = likeBefore(before, lasting);
    try {
      // Asked outside of what is kept whole: a person may take their time, or stop there.
      return codes.answering(
          before.token(), () -> whole.run(() -> madeAndRevoked(old, before, wanted)));
    } catch (SecondFactorCalls.WrongCode e) {
      throw e.refusal();
    }
  }

  private Rotated madeAndRevoked(
      List<StoredLogins.Login> old, FoundToken before, NewAuthorization wanted) {
    LoggedIn renewed =
        logIn.keepNew(
            () ->
                LostAuthorization.told(
                    wanted.description(), () -> api.createAuthorization(before.token(), wanted)),
            before.account());
    TokenRevocation revocation = new TokenRevocation(api);
    List<Revocation> revoked = old.stream().map(one -> revocation.revoke(one.token())).toList();
    return new Rotated(renewed, revoked, leftBehind(old));
  }

  private NewAuthorization likeBefore(FoundToken found, Optional<Duration> lasting) {
    List<Authorization> own =
        api.authorizations(found.token()).stream()
            .filter(one -> OwnAuthorization.isOf(found, one))
            .toList();
    Optional<Authorization> before = own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    Optional<Duration> rest =
        before.isPresent()
            ? before.get().expiresIn()
            : Optional.of(
                found
                    .expiresAt()
                    .map(end -> Duration.between(clock.instant(), end))
                    .orElse(InteractiveLogIn.DEFAULT_TIME));
    return new NewAuthorization(
        before.map(Authorization::description).filter(text -> !text.isEmpty()).orElse(description),
        before.map(Authorization::scope).orElse(List.of()),
        lasting.or(() -> rest.map(time -> time.compareTo(SHORTEST) < 0 ? SHORTEST : time)));
  }

  /** Entries of the old login in another store of the list than the one that is written to. */
  private List<Rotated.Left> leftBehind(List<StoredLogins.Login> old) {
    Optional<StoreSpec> written =
        tokens
            .stored(endpoints.apiHost())
            .map(found -> ((TokenOrigin.Store) found.origin()).store());
    return old.stream()
        .flatMap(one -> one.entries().stream())
        .map(
            entry -> {
              CredentialId id = StoredLogins.storedId(entry);
              return new Rotated.Left(((TokenOrigin.Store) entry.origin()).store(), id);
            })
        .filter(left -> written.isPresent() && !left.store().equals(written.get()))
        .toList();
  }
}
