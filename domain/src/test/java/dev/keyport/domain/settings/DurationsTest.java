package dev.keyport.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.UsageException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "1s, PT1S, 1s",
    "90s, PT90S, 90s",
    "60s, PT1M, 1m",
    "15m, PT15M, 15m",
    "8h, PT8H, 8h",
    "24h, PT24H, 1d",
    "30d, PT720H, 30d",
    "007m, PT7M, 7m",
    "999999999d, PT23999999976H, 999999999d",
  })
  void itReadsANumberAndAUnit(String text, Duration duration, String formatted) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
    assertThat(Durations.format(duration)).isEqualTo(formatted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "30",
        "d30",
        "0s",
        "000d",
        "-1s",
        "+1s",
        "1.5h",
        "1 d",
        " 1d",
        "1d ",
        "1D",
        "1w",
        "1ms",
        "PT1S",
        "1000000000s",
        "٣d",
        "1d1h"
      })
  void itRefusesAnythingElse(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessage("\"" + text + "\" is not a duration");
  }

  @Test
  void whatItWritesIsReadAsTheSame() {
    Random random = new Random(90);
    String units = "smhd";
    for (int i = 0; i < 2_000; i++) {
      String text = 1 + random.nextInt(999_999_999) + "" + units.charAt(random.nextInt(4));
      Duration duration = Durations.parse(text);
      assertThat(Durations.parse(Durations.format(duration))).as(text).isEqualTo(duration);
    }
  }

  @Test
  void partsOfASecondAreDropped() {
    assertThat(Durations.format(Duration.ofMillis(1_999))).isEqualTo("1s");
    assertThat(Durations.format(Duration.ZERO)).isEqualTo("0s");
  }
}
