package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.support.World;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.TokenFingerprint;
import dev.keyport.domain.token.TokenOrigin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRevocationTest {
  private static final String TOKEN = "HRKU-0000-token-1111";

  private final World world = new World();

  private FoundToken found(Optional<LoginKind> kind, Optional<String> authorization) {
    Secret token = Secret.of(TOKEN);
    return new FoundToken(
        token,
        new TokenOrigin.Store(
            StoreSpec.parse("memory"), new CredentialId(Host.parse("api.heroku.com"), ANN)),
        kind.map(
            known ->
                new Metadata(
                    known,
                    authorization,
                    Optional.empty(),
                    TokenFingerprint.of(token, world.random))));
  }

  private Revocation revoke(Optional<LoginKind> kind, Optional<String> authorization) {
    return new TokenRevocation(world.heroku).revoke(found(kind, authorization));
  }

  @ParameterizedTest
  @EnumSource(LoginKind.class)
  void aKnownAuthorizationIsRevokedWhateverTheKind(LoginKind kind) {
    String id = world.heroku.addAuthorization(ANN, TOKEN).id();

    assertThat(revoke(Optional.of(kind), Optional.of(id)))
        .isEqualTo(new Revocation.Revoked(Optional.of(id)));
    assertThat(world.heroku.calls()).containsExactly("revokeAuthorization");
  }

  @ParameterizedTest
  @EnumSource(
      value = LoginKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PASTED"})
  void withoutAnIdItIsLookedFor(LoginKind kind) {
    String id = world.heroku.addAuthorization(ANN, TOKEN).id();

    assertThat(revoke(Optional.of(kind), Optional.empty()))
        .isEqualTo(new Revocation.Revoked(Optional.of(id)));
    assertThat(world.heroku.calls())
        .containsExactly(
            "endOwnSession", "defaultAuthorization", "authorizations", "revokeAuthorization");
  }

  @ParameterizedTest
  @ValueSource(strings = {"endOwnSession", "defaultAuthorization", "authorizations"})
  void whereTheLookUpFailsNothingIsRevoked(String call) {
    world.heroku.addAuthorization(ANN, TOKEN);
    world.heroku.failNext(call, new ApiException.RateLimited(ApiFailure.of("too many")));

    assertThat(revoke(Optional.empty(), Optional.empty()))
        .isEqualTo(
            new Revocation.StillValid("the API could not revoke it: too many", Optional.empty()));
    assertThat(world.heroku.takes(TOKEN)).isTrue();
  }

  @Test
  void aTokenNobodyKnowsIsDead() {
    assertThat(revoke(Optional.empty(), Optional.empty()))
        .isEqualTo(new Revocation.AlreadyInvalid());
  }

  private static Authorization masked(String token) {
    return new Authorization("1", "", Optional.of(Secret.of(token)), Optional.of(Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TOKEN, "HRKU-000**********1111", "HRKU**********", "H**********-token-1111"})
  void aMaskFitsItsToken(String mask) {
    assertThat(masked(mask).matches(Secret.of(TOKEN))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "**********",
        "**********1111",
        "HRKU-0000-token-111",
        "hrku-000**********1111",
        "HRKU-000*********1111",
        "HRKU-000**********2222",
        "HRKU-999**********1111",
        "HRKU-0000-**********token-1111",
        "HRKU-0000-token-1111**********"
      })
  void anotherMaskDoesNot(String mask) {
    assertThat(masked(mask).matches(Secret.of(TOKEN))).isFalse();
    assertThat(
            new Authorization("1", "", Optional.empty(), Optional.empty())
                .matches(Secret.of(TOKEN)))
        .isFalse();
  }

  /** Tells nobody that a token was made in a session. */
  record SessionlessApi(AuthApi api) implements AuthApi {
    @Override
    public Authorization createAuthorization(PasswordLogin login) {
      return api.createAuthorization(login);
    }

    @Override
    public Authorization createAuthorization(Secret token, NewAuthorization wanted) {
      return api.createAuthorization(token, wanted);
    }

    @Override
    public Account account(Secret token) {
      return api.account(token);
    }

    @Override
    public List<Authorization> authorizations(Secret token) {
      return api.authorizations(token);
    }

    @Override
    public Optional<Authorization> defaultAuthorization(Secret token) {
      return api.defaultAuthorization(token);
    }

    @Override
    public void revokeAuthorization(Secret token, String id) {
      api.revokeAuthorization(token, id);
    }

    @Override
    public boolean endOwnSession(Secret token) {
      return false;
    }
  }
}
