package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.error.ErrorCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts compare these numbers: they never change. */
class ExitStatusTest {
  @ParameterizedTest
  @CsvSource({
    "failed, 1",
    "usage, 2",
    "not-logged-in, 100",
    "rejected, 101",
    "two-factor-required, 102",
    "forbidden, 103",
    "not-found, 104",
    "store-locked, 110",
    "store-unavailable, 111",
    "store-timeout, 112",
    "store-corrupt, 113",
    "unrepresentable, 114",
    "adapter-failed, 115",
    "network, 120",
    "rate-limited, 121",
    "api-error, 122",
    "interrupted, 130",
  })
  void eachCodeHasItsOwn(String code, int status) {
    ErrorCode named =
        Arrays.stream(ErrorCode.values())
            .filter(c -> c.code().equals(code))
            .findAny()
            .orElseThrow();
    assertThat(ExitStatus.of(named)).isEqualTo(status);
  }

  @Test
  void noTwoCodesShareOneAndNoneMeansDone() {
    assertThat(
            Arrays.stream(ErrorCode.values())
                .filter(code -> code != ErrorCode.CLOSED)
                .map(ExitStatus::of))
        .hasSize(17)
        .doesNotHaveDuplicates()
        .doesNotContain(ExitStatus.DONE)
        .allMatch(status -> status > 0 && status < 256);
  }
}
