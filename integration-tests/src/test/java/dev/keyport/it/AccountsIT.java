package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.InProcess;
import dev.keyport.it.verbs.Stage;
import dev.keyport.it.verbs.Start;
import dev.keyport.sandbox.LiveAuthorization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several accounts: none gets in the way of another. */
class AccountsIT {
  private static final String ADD =
      "accounts:add work --email {otp-email} --password-stdin --otp {otp}";
  private static final String PASSWORD = "{otp password}\n";

  @TempDir Path folder;

  private static Command.Ended run(
      Stage stage, Map<String, String> more, String line, String stdin) {
    Map<String, String> environment = new HashMap<>(stage.environment());
    environment.putAll(more);
    List<String> words =
        Stream.of(line.split(" "))
            .map(word -> word.replace("{otp-email}", "{otp email}"))
            .map(stage::filled)
            .toList();
    return new InProcess().run(words, stage.filled(stdin), environment);
  }

  private static Command.Ended run(Stage stage, String line) {
    return run(stage, Map.of(), line, "");
  }

  private static Command.Ended add(Stage stage, Map<String, String> more) {
    return run(stage, more, ADD, PASSWORD);
  }

  private static String config(Stage stage) throws IOException {
    Path home = Path.of(stage.environment().get("HOME"));
    return Files.readString(home.resolve(".config/keyport/config.properties"));
  }

  @Test
  void eachHasItsLoginAndNoneAnswersForAnother() throws IOException {
    try (Stage stage = Stage.set(folder, Start.LOGIN)) {
      String mine = stage.filled("{email}");
      String other = stage.filled("{otp email}");

      assertThat(run(stage, "accounts:add home --current").stdout())
          .isEqualTo("home: " + mine + "\n");
      Command.Ended added = add(stage, Map.of());
      assertThat(added.exit()).as(stage.masked(added.stderr())).isZero();
      assertThat(added.stderr()).contains("file of its own", "accounts/work.netrc");
      assertThat(run(stage, "accounts").stdout()).contains(mine, other).doesNotContain("*");
      assertThat(run(stage, "accounts:current").exit()).isEqualTo(104);
      assertThat(run(stage, "whoami").stdout()).isEqualTo(mine + "\n");
      assertThat(run(stage, "whoami --profile work").stdout()).isEqualTo(other + "\n");

      assertThat(run(stage, "accounts:set work").exit()).isZero();
      assertThat(run(stage, "accounts:current").stdout()).isEqualTo("work\n");
      assertThat(run(stage, "whoami").stdout()).isEqualTo(other + "\n");
      assertThat(run(stage, "whoami --profile home").stdout()).isEqualTo(mine + "\n");
      for (LiveAuthorization live : stage.live()) {
        assertThat(config(stage)).doesNotContain(live.token());
      }
      Command.Ended overridden =
          run(stage, Map.of("HEROKU_API_KEY", "nonsense"), "auth:status", "");
      assertThat(overridden.stderr()).contains("HEROKU_API_KEY is set", "profile work");

      // In another store the account is looked for, and whoever stands there is not taken for it.
      Command.Ended elsewhere = run(stage, Map.of("KEYPORT_STORE", "netrc"), "auth:token", "");
      assertThat(elsewhere.exit()).isEqualTo(100);
      assertThat(elsewhere.stderr()).contains("KEYPORT_STORE is set");

      Command.Ended removed = run(stage, "accounts:remove work -y");
      assertThat(removed.exit()).as(stage.masked(removed.stderr())).isZero();
      assertThat(config(stage)).doesNotContain("work").contains("profile.home.account");
      assertThat(run(stage, "whoami").stdout()).isEqualTo(mine + "\n");
    }
  }

  @Test
  void aProfileTakesNoOtherAccountsLogin() {
    try (Stage stage = Stage.set(folder, Start.LOGIN)) {
      assertThat(run(stage, "accounts:add home --current").exit()).isZero();
      int before = stage.live().size();

      Command.Ended ended =
          run(
              stage,
              Map.of("KEYPORT_PROFILE", "home"),
              "login --email {otp-email} --password-stdin --otp {otp}",
              PASSWORD);

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.stderr()).contains("this profile is for");
      assertThat(stage.live()).hasSize(before);
      assertThat(run(stage, "whoami --profile home").stdout())
          .isEqualTo(stage.filled("{email}") + "\n");
    }
  }

  /** A folder in which nobody can make a file, root included. */
  @Test
  void aLoginWhosePointerCannotBeWrittenIsTakenBack() {
    try (Stage stage = Stage.set(folder, Start.NOTHING)) {
      List<LiveAuthorization> before = stage.live();

      Command.Ended ended =
          run(
              stage,
              Map.of("KEYPORT_CONFIG", "/proc/keyport.properties"),
              "accounts:add work --email {email} --password-stdin",
              "{password}\n");

      assertThat(ended.exit()).as(stage.masked(ended.stderr())).isEqualTo(111);
      assertThat(ended.stdout()).isEmpty();
      assertThat(stage.sandbox().requests()).isNotEmpty();
      assertThat(stage.live()).isEqualTo(before);
    }
  }
}
