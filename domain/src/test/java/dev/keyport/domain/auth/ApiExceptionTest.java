package dev.keyport.domain.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.testkit.InMemoryHeroku;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ApiExceptionTest {
  private static Arguments of(
      Function<ApiFailure, ApiException> make, ErrorCode code, boolean retryable) {
    return Arguments.of(make, code, retryable);
  }

  static Stream<Arguments> types() {
    return Stream.of(
        of(ApiException.Rejected::new, ErrorCode.REJECTED, false),
        of(ApiException.TwoFactorRequired::new, ErrorCode.TWO_FACTOR_REQUIRED, false),
        of(ApiException.Forbidden::new, ErrorCode.FORBIDDEN, false),
        of(ApiException.NotFound::new, ErrorCode.NOT_FOUND, false),
        of(ApiException.Invalid::new, ErrorCode.FAILED, false),
        of(ApiException.RateLimited::new, ErrorCode.RATE_LIMITED, true),
        of(ApiException.Broken::new, ErrorCode.API_ERROR, true),
        of(ApiException.Network::new, ErrorCode.NETWORK, true));
  }

  @ParameterizedTest
  @MethodSource("types")
  void itsTypeDecidesItsCodeAndTellingItInOtherWordsKeepsTheRest(
      Function<ApiFailure, ApiException> make, ErrorCode code, boolean retryable) {
    ApiException error = make.apply(InMemoryHeroku.failure(400, "some_id", "No."));
    ApiException retold = error.withMessage("Other.").withHint("Do this.");

    assertThat(error).hasMessage("No (status 400, error some_id, Request-Id req-400)");
    assertThat(retold)
        .isInstanceOf(error.getClass())
        .hasMessage("Other (status 400, error some_id, Request-Id req-400)");
    assertThat(retold.hint()).contains("Do this.");
    assertThat(retold.isError("some_id")).isTrue();
    assertThat(retold.isError("other")).isFalse();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.retryable()).isEqualTo(retryable);
  }

  @Test
  void whatIsNotKnownIsNotSaid() {
    assertThat(new ApiException.Network(ApiFailure.of("No answer."))).hasMessage("No answer.");
    assertThat(
            new ApiException.Broken(
                new ApiFailure(
                    "Odd.",
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.of("r1"),
                    Optional.empty(),
                    null)))
        .hasMessage("Odd (Request-Id r1)");
  }

  @Test
  void aRequestThatWasNotSentTookNoEffectInOtherWordsToo() {
    ApiException unsent = ApiException.Network.unsent(ApiFailure.of("No such name."));

    assertThat(unsent.mayHaveTakenEffect()).isFalse();
    assertThat(unsent.withMessage("Other.").withHint("Do this.").mayHaveTakenEffect()).isFalse();
    assertThat(new ApiException.Network(ApiFailure.of("No answer.")).mayHaveTakenEffect()).isTrue();
    assertThat(new ApiException.Broken(ApiFailure.of("Odd.")).mayHaveTakenEffect()).isTrue();
    assertThat(new ApiException.Rejected(ApiFailure.of("No.")).mayHaveTakenEffect()).isFalse();
  }
}
