package dev.keyport.cli.ssh;

import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.keys.SshPublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The key files in {@code ~/.ssh}. */
public final class SshKeyFiles {
  /** The names ssh-keygen gives, the better key types first. */
  private static final List<String> NAMES =
      List.of("id_ed25519", "id_ed25519_sk", "id_ecdsa", "id_ecdsa_sk", "id_rsa");

  private static final long LARGEST = 64 * 1024;

  private final Path folder;

  /** Those of the person with this home folder. */
  public SshKeyFiles(Path home) {
    this.folder = home.resolve(".ssh");
  }

  /** Where they are. */
  public Path folder() {
    return folder;
  }

  /** The public keys with ssh-keygen's own names, the better types first. */
  public List<Path> publicKeys() {
    return Stream.concat(NAMES.stream(), Stream.of("id_dsa"))
        .map(name -> folder.resolve(name + ".pub"))
        .filter(Files::isRegularFile)
        .toList();
  }

  /**
   * Reads a public key.
   *
   * @throws NotFoundException when there is no such file
   * @throws UsageException when it can't be read or is no public key
   */
  public SshPublicKey read(Path file) {
    try {
      if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > LARGEST)) {
        throw new UsageException(file + " is not an SSH public key: no file, or over 64 KiB");
      }
      // Every byte is a character in ISO-8859-1; what is no key is refused by the parser.
      return SshPublicKey.parse(
          Files.readString(file, StandardCharsets.ISO_8859_1), file.toString());
    } catch (NoSuchFileException e) {
      throw new NotFoundException("there is no file " + file, "give the path of a .pub file");
    } catch (IOException e) {
      throw new UsageException(file + " can't be read: " + e.getClass().getSimpleName());
    }
  }

  /**
   * A key pair just made.
   *
   * @param privateKey its secret half's file
   * @param publicKey the other's
   */
  public record Made(Path privateKey, Path publicKey) {}

  /**
   * Makes an ed25519 key with ssh-keygen, which asks for its passphrase itself.
   *
   * @throws UsageException when there is no ssh-keygen, it made none, or a private key would be
   *     lost
   */
  public Made make() {
    Made made = next();
    SshKeygen.asking(made.privateKey());
    return made;
  }

  /**
   * Makes an ed25519 key that anybody can use who can read it.
   *
   * @throws UsageException as {@link #make}
   */
  public Made makeWithoutPassphrase() {
    Made made = next();
    SshKeygen.withoutPassphrase(made.privateKey());
    return made;
  }

  private Made next() {
    Path key = folder.resolve(NAMES.get(0));
    if (Files.exists(key)) {
      String word = ShellWord.of(key.toString());
      throw new UsageException(
          key + " is there without its public key, and is not written over",
          "write the public key with: ssh-keygen -y -f " + word + " > " + word + ".pub");
    }
    return new Made(key, folder.resolve(NAMES.get(0) + ".pub"));
  }
}
