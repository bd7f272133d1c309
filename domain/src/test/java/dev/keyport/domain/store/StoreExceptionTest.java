package dev.keyport.domain.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.error.ErrorCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreExceptionTest {
  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(new StoreException.Absent("m", "h"), ErrorCode.STORE_UNAVAILABLE, false),
        Arguments.of(new StoreException.Locked("m", "h"), ErrorCode.STORE_LOCKED, true),
        Arguments.of(
            new StoreException.Unavailable("m", "h", new IllegalStateException("why")),
            ErrorCode.STORE_UNAVAILABLE,
            false),
        Arguments.of(new StoreException.TimedOut("m", "h"), ErrorCode.STORE_TIMEOUT, true),
        Arguments.of(new StoreException.Corrupt("m", "h"), ErrorCode.STORE_CORRUPT, false),
        Arguments.of(
            new StoreException.Unrepresentable("m", "h"), ErrorCode.UNREPRESENTABLE, false));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void itsTypeDecidesItsCodeAndTellingItInOtherWordsKeepsTheRest(
      StoreException error, ErrorCode code, boolean retryable) {
    StoreException retold = error.withMessage("other");

    assertThat(error.code()).isEqualTo(code);
    assertThat(error.retryable()).isEqualTo(retryable);
    assertThat(retold).isInstanceOf(error.getClass()).hasMessage("other");
    assertThat(retold.code()).isEqualTo(code);
    assertThat(retold.hint()).contains("h");
    assertThat(retold.getCause()).isSameAs(error.getCause());
  }
}
