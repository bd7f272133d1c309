package dev.keyport.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  /** Scripts compare these: one may be added, none changed or taken away. */
  @Test
  void theNamesNeverChange() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::toString))
        .containsExactly(
            "failed",
            "usage",
            "not-logged-in",
            "rejected",
            "two-factor-required",
            "forbidden",
            "not-found",
            "store-locked",
            "store-unavailable",
            "store-timeout",
            "store-corrupt",
            "unrepresentable",
            "network",
            "rate-limited",
            "api-error",
            "interrupted",
            "adapter-failed",
            "closed");
  }

  @Test
  void anErrorHasItsCodeMessageAndHint() {
    KeyportException usage = new UsageException("no", "do this");
    KeyportException bare = new UsageException("no");
    KeyportException interrupted = new InterruptedByPersonException("the login was stopped");

    assertThat(usage.code()).isEqualTo(ErrorCode.USAGE);
    assertThat(usage.message()).isEqualTo("no");
    assertThat(usage.hint()).contains("do this");
    assertThat(usage.retryable()).isFalse();
    assertThat(bare.hint()).isEmpty();
    assertThat(interrupted.code()).isEqualTo(ErrorCode.INTERRUPTED);
    assertThat(new AdapterException("none", null, null).code()).isEqualTo(ErrorCode.ADAPTER_FAILED);
    assertThat(new ClosedException("this").code()).isEqualTo(ErrorCode.CLOSED);
    assertThat(new NotFoundException("none", null).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }
}
