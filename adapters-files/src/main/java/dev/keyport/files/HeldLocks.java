package dev.keyport.files;

import dev.keyport.domain.doctor.Ailment;
import dev.keyport.domain.doctor.Upkeep;
import dev.keyport.domain.error.ShellWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Locks that another process holds on and on. There is none to take away: the operating system
 * takes back the lock of a process that ended, and a lock file that nobody holds keeps nobody out.
 */
public final class HeldLocks implements Upkeep {
  private final Path folder;
  private final Duration patience;

  /**
   * @param stateFolder Keyport's state folder; need not exist
   * @param patience how long a lock may be held before it is told of: a save takes milliseconds
   */
  public HeldLocks(Path stateFolder, Duration patience) {
    this.folder = ProcessLock.folder(stateFolder);
    this.patience = patience;
  }

  @Override
  public List<Ailment> look() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ProcessLock.SUFFIX))
          .sorted()
          .filter(file -> ProcessLock.isHeldElsewhere(file, patience))
          .map(HeldLocks::held)
          .toList();
    } catch (IOException e) {
      throw Failures.reading(folder, e);
    } catch (UncheckedIOException e) {
      throw Failures.reading(folder, Objects.requireNonNull(e.getCause()));
    }
  }

  private static Ailment held(Path file) {
    return Ailment.of(
        FileUpkeep.finding(
            "lock-held",
            file,
            "another process holds this lock, and whoever saves waits for it",
            "fuser " + ShellWord.of(file.toString()) + " tells which; let it end"));
  }
}
