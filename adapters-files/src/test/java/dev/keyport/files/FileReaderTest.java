package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that another program writes in place while it is read. */
class FileReaderTest {
  @TempDir Path folder;
  private Path path = Path.of("");
  private int opened;

  @BeforeEach
  void file() throws IOException {
    path = folder.resolve("secrets");
    write("password whole");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
  }

  private void write(String text) throws IOException {
    Files.writeString(path, text);
  }

  /** Hands out what stood there, and lets a stranger write before the reader looks again. */
  private InputStream meanwhile(String text) throws IOException {
    byte[] half = Files.readAllBytes(path);
    write(text);
    return new ByteArrayInputStream(half);
  }

  private static String text(FileContent content) {
    return new String(content.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatWasHalfWrittenIsReadAgain() throws IOException {
    write("password wh");
    FileReader reader =
        new FileReader(
            CurrentUser.ofProcess(),
            file -> opened++ == 0 ? meanwhile("password whole") : Files.newInputStream(file));

    assertThat(reader.read(path).map(FileReaderTest::text)).contains("password whole");
    assertThat(opened).isEqualTo(2);
  }

  @Test
  void aFileThatIsRemovedMeanwhileIsNotThere() {
    FileReader reader =
        new FileReader(
            CurrentUser.ofProcess(),
            file -> {
              InputStream in = Files.newInputStream(file);
              Files.delete(file);
              return in;
            });

    assertThat(reader.read(path)).isEmpty();
  }

  @Test
  void aFileThatNeverHoldsStillIsGivenUpOn() {
    FileReader reader =
        new FileReader(
            CurrentUser.ofProcess(), file -> meanwhile("password grows" + "!".repeat(++opened)));

    assertThatThrownBy(() -> reader.read(path))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining(path.toString())
        .hasMessageContaining("another program")
        .hasMessageNotContaining("grows");
  }
}
