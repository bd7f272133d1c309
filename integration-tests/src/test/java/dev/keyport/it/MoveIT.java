package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.files.ProcessLock;
import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.InProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moves that are stopped in the middle: by SIGKILL, by a full disk, by another move. A move is held
 * at a step by the lock of the file that it is about to write, which the test has.
 */
class MoveIT {
  private static final String BEFORE =
      "machine one.example login ann password sec-1\nmachine two.example login bob password sec-2\n";
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;
  private Path from = Path.of("");
  private Path to = Path.of("");

  @BeforeEach
  void twoFiles() throws IOException {
    from = folder.toRealPath().resolve("home/.netrc");
    to = from.resolveSibling("moved");
  }

  private KeyportProcess keyport() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    keyport.home().write(".netrc", BEFORE);
    return keyport;
  }

  private Path journal() {
    return from.resolveSibling(".local/state/keyport/move.properties");
  }

  /** Kills the command once the journal says this, while it waits for this file's lock. */
  private void killAt(String step, Path held, KeyportProcess keyport, String... arguments) {
    ProcessLock lock =
        new ProcessLock(
            from.resolveSibling(".local/state/keyport"), held.toString(), Duration.ofSeconds(10));
    lock.hold(
        () -> {
          Process process = keyport.start(arguments);
          try {
            awaitStep(step, process);
            process.destroyForcibly();
            return process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
          } finally {
            process.destroyForcibly();
          }
        });
  }

  private void awaitStep(String step, Process process) throws IOException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!Files.exists(journal())
        || !Files.readString(journal()).contains("step=" + step + "\n")) {
      assertThat(process.isAlive()).as("waits for the lock").isTrue();
      assertThat(System.nanoTime()).as("comes to " + step + " in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private Command.Ended run(String... words) {
    return new InProcess()
        .run(List.of(words), "", Map.of("HOME", from.resolveSibling("").toString()));
  }

  private String in(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void killedWhileItCopiesItIsFinished() throws IOException {
    KeyportProcess keyport = keyport();
    killAt("copying", to, keyport, "stores:move", "netrc", "netrc:" + to);
    assertThat(in(from)).isEqualTo(BEFORE);
    assertThat(in(to)).isEmpty();
    assertThat(in(journal())).doesNotContain("sec-");
    assertThat(run("credentials").stderr()).contains("is unfinished", "stores:undo");

    assertThat(run("stores:move", "netrc", "netrc:" + to).stderr())
        .contains("Finished a move that was cut short: 2 credentials");

    assertThat(in(from)).isBlank();
    assertThat(in(to)).contains("sec-1", "sec-2");
  }

  @Test
  void killedWhileItRemovesItIsFinishedAndKilledOnTheWayBackItGoesBack() throws IOException {
    KeyportProcess keyport = keyport();
    killAt("removing", from, keyport, "stores:move", "netrc", "netrc:" + to);
    assertThat(in(from)).isEqualTo(BEFORE);
    assertThat(in(to)).contains("sec-1", "sec-2");

    assertThat(run("stores:move").exit()).isZero();
    assertThat(in(from)).isBlank();

    killAt("returning", from, keyport, "stores:undo");
    assertThat(in(from)).isBlank();
    assertThat(in(to)).contains("sec-1", "sec-2");

    killAt("clearing", to, keyport, "stores:undo");
    assertThat(in(from)).contains("sec-1", "sec-2");
    assertThat(in(to)).contains("sec-1", "sec-2");

    assertThat(run("stores:undo").exit()).isZero();
    assertThat(in(from)).contains("sec-1", "sec-2");
    assertThat(in(to)).isBlank();
    assertThat(journal()).doesNotExist();
  }

  @Test
  void killedWhileItRemovesItIsTakenBack() throws IOException {
    KeyportProcess keyport = keyport();
    killAt("removing", from, keyport, "stores:move", "netrc", "netrc:" + to);

    assertThat(run("stores:undo").exit()).isZero();

    assertThat(in(from)).isEqualTo(BEFORE);
    assertThat(in(to)).isBlank();
    assertThat(journal()).doesNotExist();
  }

  @Test
  void aFullDiskTakesNothingAndASourceOnOneKeepsItsOwnUntilThereIsRoom() throws IOException {
    keyport().home().write("other", "machine three.example login ann password sec-3\n");
    try (Unwritable full = Unwritable.full(folder.resolve("full"), BEFORE)) {
      String there = "netrc:" + full.netrc();
      Command.Ended refused = run("stores:move", "netrc:~/other", there);
      assertThat(refused.exit()).isEqualTo(111);
      assertThat(refused.stderr()).contains("nothing was moved", "free some space");
      assertThat(Files.readString(full.netrc())).isEqualTo(BEFORE);
      assertThat(journal()).doesNotExist();

      Command.Ended stopped = run("stores:move", there, "netrc:" + to, "--host", "one.example");
      assertThat(stopped.exit()).isEqualTo(111);
      assertThat(stopped.stdout()).isEmpty();
      assertThat(stopped.stderr()).contains("the move is unfinished, and nothing is lost");
      assertThat(Files.readString(full.netrc())).isEqualTo(BEFORE);
      assertThat(in(to)).contains("sec-1");

      Files.delete(full.folder().resolve("filler"));
      assertThat(run("stores:move").exit()).isZero();
      assertThat(Files.readString(full.netrc())).contains("sec-2").doesNotContain("sec-1");
    }
  }

  @Test
  void theSecondOfTwoMovesIsToldOfTheFirst() throws IOException {
    KeyportProcess keyport = keyport();
    Outcome second =
        new ProcessLock(
                from.resolveSibling(".local/state/keyport"),
                "moving from store to store",
                Duration.ofSeconds(10))
            .hold(() -> keyport.run("stores:move", "netrc", "netrc:" + to, "--timeout", "1s"));

    assertThat(second)
        .endsWith(112)
        .answersNothing()
        .tellsOneError()
        .tells("moving from store to store is locked by another process");
    assertThat(in(from)).isEqualTo(BEFORE);
  }
}
