package dev.keyport.files;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.MetadataStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps {@link Metadata} in {@code <state folder>/metadata}, a properties file for each credential,
 * 0600, in a folder that is 0700. The files hold no secret: who may log in where, and a salted
 * fingerprint.
 */
public final class FileMetadataStore implements MetadataStore {
  private static final int NAME_DIGITS = 32;

  private final Path folder;
  private final ProcessLock lock;

  /**
   * @param stateFolder Keyport's state folder, as {@link
   *     dev.keyport.domain.settings.Machine#stateFolder()}; made when it is missing
   * @param timeout how long to wait for another process that writes metadata
   */
  public FileMetadataStore(Path stateFolder, Duration timeout) {
    this.folder = stateFolder.resolve("metadata");
    this.lock = new ProcessLock(stateFolder, folder.toString(), timeout);
  }

  @Override
  public Optional<Metadata> find(StoreSpec store, CredentialId id) {
    try {
      return file(store, id)
          .read()
          .flatMap(content -> MetadataFormat.read(content.bytes(), store, id));
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  @Override
  public void save(StoreSpec store, CredentialId id, Metadata metadata) {
    try {
      PrivateFiles.createFolder(folder);
    } catch (IOException e) {
      throw Failures.writing(folder, e);
    }
    try {
      file(store, id).update(before -> MetadataFormat.write(store, id, metadata));
    } catch (StoreException.TimedOut e) {
      throw new StoreException.Unavailable(e.message(), e.hint().orElse(null), e);
    }
  }

  @Override
  public void remove(StoreSpec store, CredentialId id) {
    Path path = path(store, id);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw Failures.writing(path, e);
    }
  }

  private DurableFile file(StoreSpec store, CredentialId id) {
    return new DurableFile(path(store, id), target -> lock, CurrentUser.ofProcess(), notice -> {});
  }

  /** Hashed, since a login may have characters that no file name can. */
  private Path path(StoreSpec store, CredentialId id) {
    String key = store + "\n" + id.host() + "\n" + id.login();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(
          HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS) + ".properties");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java run-time", e);
    }
  }
}
