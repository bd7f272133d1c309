package dev.keyport.cli.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.keys.SshPublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which key files are found, and what is refused before anything could be sent. */
class SshKeyFilesTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ann@laptop";

  @TempDir Path home;
  private SshKeyFiles files;

  @BeforeEach
  void aHomeWithoutKeys() {
    files = new SshKeyFiles(home);
  }

  private Path write(String name, String text) throws IOException {
    Files.createDirectories(files.folder());
    return Files.writeString(files.folder().resolve(name), text);
  }

  private KeyportException refused(Path file) {
    KeyportException refused = catchThrowableOfType(KeyportException.class, () -> files.read(file));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.message()).contains(file.toString());
    return refused;
  }

  @Test
  void theBetterTypesComeFirst() throws IOException {
    write("id_dsa.pub", KEY);
    write("id_rsa.pub", KEY);
    write("id_ed25519", "private");
    write("id_ed25519.pub", KEY);
    write("id_ecdsa.pub", KEY);
    write("other.pub", KEY);
    Files.createDirectory(files.folder().resolve("id_ed25519_sk.pub"));
    assertThat(files.publicKeys())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("id_ed25519.pub", "id_ecdsa.pub", "id_rsa.pub", "id_dsa.pub");
  }

  @Test
  void withoutAFolderThereAreNone() {
    assertThat(files.publicKeys()).isEmpty();
  }

  @Test
  void aPublicKeyIsRead() throws IOException {
    SshPublicKey key = files.read(write("id_ed25519.pub", KEY + "\n"));
    assertThat(key.line()).isEqualTo(KEY);
  }

  @Test
  void aPrivateKeyIsRefusedAndNotShown() throws IOException {
    Path file =
        write(
            "id_ed25519",
            "-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2\n-----END OPENSSH PRIVATE KEY-----\n");
    KeyportException refused = refused(file);
    assertThat(refused).isInstanceOf(UsageException.class);
    assertThat(refused.message()).contains("private key").doesNotContain("hunter2");
    assertThat(refused.hint().orElseThrow()).contains(".pub");
  }

  @Test
  void anyOtherTextIsRefusedAndNotShown() throws IOException {
    KeyportException refused = refused(write("notes.txt", "hunter2 is the password"));
    assertThat(refused).isInstanceOf(UsageException.class);
    assertThat(refused.message() + refused.hint()).doesNotContain("hunter2");
  }

  @Test
  void aMissingFileIsNotFound() {
    KeyportException refused = refused(home.resolve("nothing.pub"));
    assertThat(refused).isInstanceOf(NotFoundException.class);
    assertThat(refused.hint()).isPresent();
  }

  @Test
  void aFolderIsRefused() throws IOException {
    assertThat(refused(Files.createDirectory(home.resolve("folder.pub"))))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void aFileOver64KibIsRefused() throws IOException {
    KeyportException refused = refused(write("big.pub", KEY + "a".repeat(64 * 1024)));
    assertThat(refused).isInstanceOf(UsageException.class);
    assertThat(refused.message()).contains("64 KiB");
  }
}
