package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.moving.MoveJournal;
import dev.keyport.domain.moving.MoveRecord;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileMoveJournalTest {
  private static final StoreSpec FROM = new StoreSpec("netrc", "/home/ann/a file \u00e4=:#.netrc ");
  private static final StoreSpec TO = new StoreSpec("keychain", "");

  @TempDir Path folder;

  private Path state() {
    return folder.resolve("state");
  }

  private MoveJournal journal() {
    return new FileMoveJournal(state(), Duration.ofMillis(50));
  }

  private static MoveRecord record(MoveRecord.Step step) {
    return new MoveRecord(
        FROM,
        TO,
        List.of(
            new MoveRecord.Entry(
                new CredentialId(Host.parse("api.example"), "ann \u00e4\n=#"), false),
            new MoveRecord.Entry(new CredentialId(Host.parse("[::1]:8080"), ""), true)),
        step);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadByAnother(MoveRecord.Step step) {
    assertThat(journal().read()).isEmpty();

    journal().write(record(MoveRecord.Step.COPYING));
    journal().write(record(step));

    assertThat(journal().read()).contains(record(step));
  }

  @Test
  void itIsForTheUserAlone() throws Exception {
    journal().write(record(MoveRecord.Step.DONE));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
    assertThat(journal().place()).isEqualTo(path().toString());
  }

  private Path path() {
    return state().resolve("move.properties");
  }

  @Test
  void whatIsClearedIsGone() {
    journal().clear();
    journal().write(record(MoveRecord.Step.DONE));

    journal().clear();

    assertThat(journal().read()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "version=2",
        "version=1\nstep=copying\nfrom.scheme=netrc",
        "version=1\nstep=flying\ncount=0\nfrom.scheme=a\nfrom.argument=\nto.scheme=b\nto.argument=",
        "version=1\nstep=done\ncount=1\nfrom.scheme=a\nfrom.argument=\nto.scheme=b\nto.argument=",
        "version=1\nstep=\\u00zz"
      })
  void whatIsNoMoveIsNamedAndLeft(String text) throws Exception {
    Files.createDirectories(state());
    Files.writeString(path(), text);
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-------"));

    assertThatExceptionOfType(StoreException.Corrupt.class)
        .isThrownBy(() -> journal().read())
        .withMessageContaining(path().toString());
    assertThat(path()).hasContent(text);
  }

  @Test
  void aSecondMoveWaitsAndIsToldOfTheFirst() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                journal()
                    .alone(
                        () -> {
                          begun.countDown();
                          return await(over);
                        }));
    first.start();
    begun.await();
    try {
      assertThatExceptionOfType(StoreException.TimedOut.class)
          .isThrownBy(() -> journal().alone(() -> "never"))
          .withMessageContaining("moving from store to store is locked");
    } finally {
      over.countDown();
      first.join();
    }
    assertThat(journal().<String>alone(() -> "now")).isEqualTo("now");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
