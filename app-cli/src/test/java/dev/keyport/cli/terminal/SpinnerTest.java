package dev.keyport.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SpinnerTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong(-5);

  private Spinner spinner(boolean utf8, int columns) {
    return new Spinner(
        new PrintStream(err, true, StandardCharsets.UTF_8),
        utf8,
        "the login",
        Duration.ofMinutes(10),
        columns,
        now::get);
  }

  private String said() {
    String said = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return said;
  }

  @Test
  void itMovesAndTellsTheTimeLeft() {
    Spinner spinner = spinner(false, 80);
    spinner.tick();
    assertThat(said()).isEqualTo("\r| Waiting for the login, 10:00 left (Ctrl-C stops it)\u001b[K");
    now.addAndGet(Duration.ofSeconds(61).toNanos());
    spinner.tick();
    assertThat(said()).isEqualTo("\r/ Waiting for the login, 8:59 left (Ctrl-C stops it)\u001b[K");
    now.addAndGet(Duration.ofHours(1).toNanos());
    spinner.tick();
    assertThat(said()).contains("0:00 left");
  }

  @Test
  void itIsGoneAfterwards() {
    Spinner spinner = spinner(true, 80);
    spinner.tick();
    assertThat(said()).startsWith("\r⠋ Waiting");
    spinner.close();
    assertThat(said()).isEqualTo("\r\u001b[K");
    spinner.tick();
    spinner.close();
    assertThat(said()).isEmpty();
  }

  @Test
  void itKeepsToOneLine() {
    spinner(false, 40).tick();
    assertThat(said()).isEqualTo("\r| 10:00 left\u001b[K");
    spinner(false, 5).tick();
    assertThat(said()).isEqualTo("\r|\u001b[K");
  }
}
