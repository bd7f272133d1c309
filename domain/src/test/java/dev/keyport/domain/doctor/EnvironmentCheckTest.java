package dev.keyport.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.support.Configured;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentCheckTest {
  private static List<Finding> findings(Map<String, String> environment) {
    return new EnvironmentCheck(
            new Machine(environment, Path.of("/home"), "Linux"), Optional.empty())
        .run();
  }

  @Test
  void aTokenInTheEnvironmentIsNamedAndNotShown() {
    assertThat(findings(Map.of())).extracting(Finding::level).containsExactly(Level.OK);
    assertThat(findings(Map.of("HEROKU_API_KEY", "canary")))
        .last()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("environment-token");
              assertThat(warning.sentence()).contains("HEROKU_API_KEY").doesNotContain("canary");
              assertThat(warning.mend()).contains("unset HEROKU_API_KEY");
            });
  }

  @Test
  void variablesThatCannotBeReadAreAllTold() {
    assertThat(findings(Map.of("HEROKU_HOST", "http://x.example", "HEROKU_API_KEY", "two words")))
        .extracting(Finding::level, Finding::code)
        .containsExactly(tuple(Level.FAILURE, "usage"), tuple(Level.FAILURE, "usage"));
  }

  @Test
  void variablesThatDisagreeOrThatNothingReadsAreNamed() {
    assertThat(findings(Map.of("HEROKU_API_TOKEN", "canary")))
        .last()
        .satisfies(
            found -> {
              assertThat(found.code()).isEqualTo("environment-token-unread");
              assertThat(found.toString()).doesNotContain("canary");
            });
    assertThat(
            findings(Map.of("HEROKU_HOST", "x.example", "HEROKU_API_URL", "https://api.y.example")))
        .extracting(Finding::code)
        .containsExactly("endpoints", "environment-hosts");
  }

  @Test
  void settingsAreReadEvenWhereAFlagNamesTheStore() {
    EffectiveSettings broken = Configured.with(Map.of("KEYPORT_STORE", "memory"), "stroe = netrc");

    assertThatThrownBy(
            () ->
                new SettingsCheck(() -> broken, () -> StoreSpec.parseList("netrc"), at -> true)
                    .run())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("stroe");
  }
}
