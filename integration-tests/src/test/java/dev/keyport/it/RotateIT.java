package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.ApiCall;
import dev.keyport.it.verbs.Command.Ended;
import dev.keyport.it.verbs.InProcess;
import dev.keyport.it.verbs.Stage;
import dev.keyport.it.verbs.Start;
import dev.keyport.sandbox.FaultKind;
import dev.keyport.sandbox.LiveAuthorization;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new token in the place of the stored one: made and saved before the old one is revoked. */
class RotateIT {
  @TempDir Path folder;

  private static Ended run(Stage stage, String... words) {
    return new InProcess().run(List.of(words), "", stage.environment());
  }

  private static LiveAuthorization stored(Stage stage) {
    return stage.live().stream()
        .filter(live -> stage.stored().contains(live.token()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean lives(Stage stage, LiveAuthorization one) {
    return stage.live().stream().anyMatch(live -> live.token().equals(one.token()));
  }

  @Test
  void theOldTokenIsDeadAndTheNewOneIsStoredForBothHosts() {
    try (Stage stage = Stage.set(folder, Start.LOGIN)) {
      LiveAuthorization before = stored(stage);

      Ended ended = run(stage, "auth:rotate");

      assertThat(ended.exit()).as(stage.masked(ended.stderr())).isZero();
      assertThat(ended.stdout())
          .isEqualTo(
              "Rotated the login of "
                  + stage.filled("{email}")
                  + "; the old token is"
                  + " revoked\n");
      LiveAuthorization now = stored(stage);
      assertThat(lives(stage, before)).isFalse();
      assertThat(now.description()).isEqualTo(before.description());
      assertThat(stage.stored().split(now.token(), -1)).hasSize(3);
      assertThat(run(stage, "whoami").exit()).isZero();
      assertThat(run(stage, "logout").exit()).isZero();
      assertThat(lives(stage, now)).isFalse();
    }
  }

  @Test
  void anotherToolsTokenIsRevokedByItsMask() {
    try (Stage stage = Stage.set(folder, Start.FOREIGN_TOKEN)) {
      LiveAuthorization before = stored(stage);

      assertThat(run(stage, "auth:rotate").exit()).isZero();
      assertThat(lives(stage, before)).isFalse();
      assertThat(run(stage, "whoami").exit()).isZero();
    }
  }

  @Test
  void aPastedTokenGoesOnWorkingAndThatIsSaid() {
    try (Stage stage = Stage.set(folder, Start.NOTHING)) {
      new InProcess()
          .run(List.of("login", "--with-token"), stage.filled("{token}\n"), stage.environment());
      LiveAuthorization before = stored(stage);

      Ended ended = run(stage, "auth:rotate", "--json");

      assertThat(ended.exit()).isZero();
      assertThat(ended.stdout()).contains("\"still_valid\"").doesNotContain(before.token());
      assertThat(ended.stderr()).contains("still valid");
      assertThat(lives(stage, before)).isTrue();
      assertThat(stored(stage).token()).isNotEqualTo(before.token());
    }
  }

  @Test
  void theStoredLoginIsRotatedUnderATokenOfTheEnvironment() {
    try (Stage stage = Stage.set(folder, Start.LOGIN)) {
      LiveAuthorization before = stored(stage);
      Map<String, String> environment = new HashMap<>(stage.environment());
      environment.put("HEROKU_API_KEY", stage.filled("{token}"));

      Ended ended = new InProcess().run(List.of("auth:rotate"), "", environment);

      assertThat(ended.exit()).isZero();
      assertThat(ended.stderr()).contains("warning: HEROKU_API_KEY is set");
      assertThat(lives(stage, before)).isFalse();
      assertThat(stage.live()).anyMatch(live -> live.token().equals(stage.filled("{token}")));
    }
  }

  @Test
  void withoutLoginNothingIsAsked() {
    try (Stage stage = Stage.set(folder, Start.NOTHING)) {
      assertThat(run(stage, "auth:rotate").exit()).isEqualTo(100);
      assertThat(stage.sandbox().requests()).isEmpty();
    }
  }

  @Test
  void anOldTokenThatCantBeRevokedIsToldWithItsId() {
    try (Stage stage = Stage.set(folder, Start.LOGIN)) {
      LiveAuthorization before = stored(stage);
      stage
          .sandbox()
          .faults()
          .add(new ApiCall("DELETE", "/oauth/authorizations/*").fault(FaultKind.DROP));

      Ended ended = run(stage, "auth:rotate", "--expires-in", "8h");

      assertThat(ended.exit()).isZero();
      assertThat(ended.stderr()).contains(before.id().toString(), "dashboard.heroku.com");
      assertThat(stored(stage)).isNotEqualTo(before);
    }
  }
}
