package dev.keyport.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.TokenFingerprint;
import dev.keyport.domain.token.TokenOrigin;
import dev.keyport.testkit.InMemoryHeroku;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ApiCheckTest {
  private static final String ANN = "ann@example.com";
  private static final String TOKEN = "HRKU-ann";
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

  private final InMemoryHeroku heroku = new InMemoryHeroku();

  private List<Finding> findings(Supplier<Optional<FoundToken>> token) {
    return findings(token, true);
  }

  private List<Finding> findings(Supplier<Optional<FoundToken>> token, boolean reached) {
    ReachCheck reach =
        new ReachCheck(
            () -> new ApiReach.Reached(NOW, Optional.empty(), Optional.empty()),
            URI.create("https://api.heroku.com"));
    if (reached) {
      assertThat(reach.run()).isNotEmpty();
    }
    return new ApiCheck(
            heroku, Host.parse("api.heroku.com"), token, reach, Clock.fixed(NOW, ZoneOffset.UTC))
        .run();
  }

  private static Optional<FoundToken> token(String text) {
    return Optional.of(
        new FoundToken(
            Secret.of(text), new TokenOrigin.Environment("HEROKU_API_KEY"), Optional.empty()));
  }

  private void haveAnn() {
    heroku.addAccount(ANN, "pw");
    heroku.addAuthorization(ANN, TOKEN);
  }

  @Test
  void sayWhoTheTokenBelongsTo() {
    haveAnn();
    assertThat(findings(() -> token(TOKEN)))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.code()).isEqualTo("api-reached");
              assertThat(found.sentence()).contains(ANN).doesNotContain(TOKEN);
            });
  }

  @Test
  void sayHowManyRequestsAreLeftAndWarnOfFew() {
    haveAnn();
    heroku.leaveRequests(4000);
    assertThat(findings(() -> token(TOKEN)))
        .last()
        .isEqualTo(Finding.ok("rate-limit", "4000 requests are left of those allowed in an hour"));
    heroku.leaveRequests(3);
    assertThat(findings(() -> token(TOKEN)))
        .last()
        .satisfies(
            few -> {
              assertThat(few.level()).isEqualTo(Level.WARNING);
              assertThat(few.code()).isEqualTo("rate-limit-low");
            });
  }

  @Test
  void askNothingWithoutAToken() {
    assertThat(findings(Optional::empty))
        .extracting(Finding::code)
        .containsExactly("not-logged-in");
    assertThat(
            findings(
                () -> {
                  throw new StoreException.Locked("locked", null);
                }))
        .extracting(Finding::code)
        .containsExactly("api-not-asked");
  }

  @Test
  void raiseWhatTheApiSays() {
    haveAnn();
    assertThatThrownBy(() -> findings(() -> token("HRKU-other")))
        .isInstanceOf(ApiException.Rejected.class);
  }

  private static Optional<FoundToken> ending(Duration in) {
    Secret token = Secret.of(TOKEN);
    return Optional.of(
        new FoundToken(
            token,
            new TokenOrigin.Environment("HEROKU_API_KEY"),
            Optional.of(
                new Metadata(
                    LoginKind.PASSWORD,
                    Optional.empty(),
                    Optional.of(NOW.plus(in)),
                    TokenFingerprint.of(token, new SecureRandom())))));
  }

  @Test
  void sayWhenTheLoginEndsAndWarnWhereThatIsSoon() {
    haveAnn();
    assertThat(findings(() -> ending(Duration.ofDays(9))))
        .last()
        .isEqualTo(Finding.ok("login-ends", "until 2026-12-06T10:00:00Z"));
    assertThat(findings(() -> ending(Duration.ofHours(9))))
        .last()
        .satisfies(
            soon -> {
              assertThat(soon.level()).isEqualTo(Level.WARNING);
              assertThat(soon.mend()).contains("keyport auth:rotate");
            });
  }

  @Test
  void askNothingOfAnApiThatWasNotReached() {
    assertThat(findings(() -> token(TOKEN), false))
        .singleElement()
        .matches(found -> found.level() == Level.OK && found.code().equals("api-not-asked"));
  }
}
