package dev.keyport.files;

import dev.keyport.domain.moving.MoveJournal;
import dev.keyport.domain.moving.MoveRecord;
import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the last move in {@code <state folder>/move.properties}, 0600: which hosts and logins,
 * between which stores, and how far it got. No secret is in it.
 */
public final class FileMoveJournal implements MoveJournal {
  private final Path folder;
  private final Path path;
  private final DurableFile file;
  private final ProcessLock moving;

  /**
   * @param stateFolder Keyport's state folder, as {@link
   *     dev.keyport.domain.settings.Machine#stateFolder()}; made when it is missing
   * @param timeout how long to wait for another process that moves something
   */
  public FileMoveJournal(Path stateFolder, Duration timeout) {
    this.folder = stateFolder;
    this.path = stateFolder.resolve("move.properties");
    this.file = new DurableFile(path, () -> stateFolder, timeout, notice -> {});
    this.moving = new ProcessLock(stateFolder, "moving from store to store", timeout);
  }

  @Override
  public Optional<MoveRecord> read() {
    // Every command looks, and there is hardly ever one.
    return Files.exists(path)
        ? file.read().map(content -> MoveFormat.read(content.bytes(), path))
        : Optional.empty();
  }

  @Override
  public void write(MoveRecord record) {
    try {
      PrivateFiles.createFolder(folder);
    } catch (IOException e) {
      throw Failures.writing(folder, e);
    }
    file.update(before -> MoveFormat.write(record));
  }

  @Override
  public void clear() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new StoreException.Unavailable(
          path + " can't be removed: " + Failures.reason(e), "remove it by hand", e);
    }
  }

  @Override
  public <T> T alone(Supplier<T> action) {
    return moving.hold(action);
  }

  @Override
  public String place() {
    return path.toString();
  }
}
