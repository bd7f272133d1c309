package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, it has ended",
    "PT-1S, it has ended",
    "PT0.5S, in 1 second",
    "PT59S, in 59 seconds",
    "PT1M, in 1 minute",
    "PT59M59S, in 59 minutes",
    "PT1H, in 1 hour",
    "PT23H59M, in 23 hours",
    "P1D, in 1 day",
    "P30D, in 30 days"
  })
  void saysTheLargestUnit(Duration left, String said) {
    assertThat(TimeLeft.of(Optional.of(left))).isEqualTo(said);
  }

  @Test
  void saysThatThereIsNoEnd() {
    assertThat(TimeLeft.of(Optional.empty())).isEqualTo("never");
  }
}
