package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose bytes are not its content: the same content is never stored twice the same. */
class SealedFileTest {
  private static final int MARK = 0x5a;

  @TempDir Path folder;
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger seals = new AtomicInteger();
  private Path path = Path.of("");

  /** A counter in the first byte, then every byte of the content turned over. */
  private final class Turning implements Sealing {
    @Override
    public byte[] open(byte[] stored) {
      if (stored.length == 0) {
        throw new StoreException.Corrupt("no seal", null);
      }
      byte[] content = new byte[stored.length - 1];
      for (int i = 0; i < content.length; i++) {
        content[i] = (byte) (stored[i + 1] ^ MARK);
      }
      return content;
    }

    @Override
    public byte[] seal(byte[] content, Optional<byte[]> replacing) {
      if (replacing.isEmpty()) {
        throw new StoreException.Unavailable("no seal to take over", null, null);
      }
      byte[] stored = new byte[content.length + 1];
      stored[0] = (byte) seals.incrementAndGet();
      for (int i = 0; i < content.length; i++) {
        stored[i + 1] = (byte) (content[i] ^ MARK);
      }
      return stored;
    }
  }

  @BeforeEach
  void path() {
    path = folder.resolve("sealed");
  }

  private DurableFile file() {
    return new DurableFile(
        path,
        () -> folder.resolve("state"),
        Duration.ofSeconds(10),
        notice -> {},
        () -> {
          made.incrementAndGet();
          return new Turning();
        });
  }

  private void store(String content) throws IOException {
    byte[] stored = new Turning().seal(utf8(content), Optional.of(new byte[0]));
    Files.write(path, stored);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String content() {
    return file()
        .read()
        .map(read -> new String(read.bytes(), StandardCharsets.UTF_8))
        .orElse("nothing");
  }

  @Test
  void whatIsReadAndEditedIsTheContent() throws IOException {
    store("old");
    assertThat(content()).isEqualTo("old");

    assertThat(
            file()
                .update(
                    old -> {
                      assertThat(old).isEqualTo(utf8("old"));
                      return utf8("new");
                    }))
        .isTrue();

    assertThat(content()).isEqualTo("new");
    assertThat(Files.readAllBytes(path)).doesNotContain(utf8("new"));
  }

  @Test
  void theSameContentIsNotSealedAgain() throws IOException {
    store("same");
    byte[] before = Files.readAllBytes(path);

    assertThat(file().update(old -> old)).isFalse();

    assertThat(Files.readAllBytes(path)).isEqualTo(before);
    assertThat(seals).hasValue(1);
  }

  @Test
  void whatCannotBeSealedOrOpenedIsNotWritten() throws IOException {
    assertThatThrownBy(() -> file().update(old -> utf8("new")))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage("no seal to take over");
    assertThat(path).doesNotExist();

    Files.createFile(path);
    assertThatThrownBy(() -> file().update(old -> utf8("new")))
        .isInstanceOf(StoreException.Corrupt.class);
    assertThat(path).isEmptyFile();
  }

  @Test
  void aChangeByAnotherProgramMeanwhileIsEditedAnewInTheSameOperation() throws IOException {
    store("one");
    AtomicInteger edits = new AtomicInteger();

    boolean written =
        file()
            .update(
                old -> {
                  if (edits.incrementAndGet() == 1) {
                    storeMeanwhile("two");
                  }
                  return utf8(new String(old, StandardCharsets.UTF_8) + "+");
                });

    assertThat(written).isTrue();
    assertThat(content()).isEqualTo("two+");
    assertThat(edits).hasValue(2);
    assertThat(made).as("one for the change, one for reading").hasValue(2);
  }

  private void storeMeanwhile(String content) {
    try {
      store(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
