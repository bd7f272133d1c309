package dev.keyport.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.TokenOrigin;
import dev.keyport.testkit.InMemoryHeroku;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ApiCheckTest {
  private static final String ANN = "ann@example.com";
  private static final String TOKEN = "HRKU-ann";

  private final InMemoryHeroku heroku = new InMemoryHeroku();

  private List<Finding> findings(Supplier<Optional<FoundToken>> token) {
    return new ApiCheck(heroku, Host.parse("api.heroku.com"), token).run();
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
}
