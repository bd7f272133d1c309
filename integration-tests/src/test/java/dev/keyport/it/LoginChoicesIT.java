package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.InProcess;
import dev.keyport.it.verbs.Stage;
import dev.keyport.it.verbs.Start;
import dev.keyport.sandbox.LiveAuthorization;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a login does to the one before it, and where it is kept. */
class LoginChoicesIT {
  private static final String BY_PASSWORD = "login --email {email} --password-stdin";

  @TempDir Path folder;

  private static Command.Ended run(Stage stage, String line, String stdin) {
    List<String> words = Stream.of(line.split(" ")).map(stage::filled).toList();
    return new InProcess().run(words, stage.filled(stdin), stage.environment());
  }

  @Test
  void theLoginThatIsReplacedStaysValidUnlessItIsToEnd() {
    try (Stage stage = Stage.set(folder, Start.LOGIN)) {
      LiveAuthorization first = stored(stage);

      Command.Ended second = run(stage, BY_PASSWORD, "{password}\n");
      assertThat(stage.masked(second.stderr()))
          .contains("Replaces the login of dev@example.com", first.id().toString(), "--revoke-old");
      assertThat(stage.sandbox().isAlive(first.token())).isTrue();

      LiveAuthorization old = stored(stage);
      Command.Ended third = run(stage, BY_PASSWORD + " --revoke-old --json", "{password}\n");
      assertThat(stage.masked(third.stderr())).contains("whose token is revoked");
      assertThat(JsonMapper.shared().readTree(third.stdout()).at("/replaced/token").asString())
          .isEqualTo("revoked");
      assertThat(stage.sandbox().isAlive(old.token())).isFalse();
      assertThat(stage.sandbox().isAlive(stored(stage).token())).isTrue();
    }
  }

  private static LiveAuthorization stored(Stage stage) {
    return stage.live().stream()
        .filter(live -> stage.stored().contains(live.token()))
        .findFirst()
        .orElseThrow();
  }

  /** Such a store has no place for what would be made. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        BY_PASSWORD + " --store heroku-cli",
        BY_PASSWORD + " --store heroku-cli,netrc",
        "login --with-token --store heroku-cli",
        "login --browser none --store heroku-cli"
      })
  void aStoreThatIsOnlyReadIsRefusedBeforeAnythingIsMade(String line) {
    try (Stage stage = Stage.set(folder, Start.BROWSER)) {
      Command.Ended ended = run(stage, line, "{password}\n");

      assertThat(ended.exit()).as(stage.masked(ended.stderr())).isEqualTo(111);
      assertThat(ended.stdout()).isEmpty();
      assertThat(ended.stderr()).contains("only read", "netrc");
      assertThat(stage.sandbox().requests()).isEmpty();
    }
  }
}
