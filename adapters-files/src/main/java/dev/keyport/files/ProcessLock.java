package dev.keyport.files;

import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Excludes other threads and other processes of the same user while something is changed.
 *
 * <p>It locks {@code <state folder>/locks/<hash of what is locked>.lock}. Not a file beside the one
 * that is changed: that would litter the home folder, can't be made where the folder is read-only
 * or shared, and could not stand on what replaces it, since a lock belongs to an inode and the
 * file's inode changes with every save. The price: processes with different state folders ({@code
 * XDG_STATE_HOME}) don't exclude each other, and neither do other programs that edit the file, so a
 * writer still has to look whether the file is the one it read ({@link DurableFile} does).
 *
 * <p>The operating system takes the lock back when its holder ends, however it ends: a crash blocks
 * nobody. Lock files are empty and stay, since removing one would let two holders in. Not
 * re-entrant.
 */
public final class ProcessLock {
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int NAME_DIGITS = 32;

  /** How lock files' names end. */
  static final String SUFFIX = ".lock";

  /**
   * One lock per lock file for the threads of this process. It has to be one for the whole process:
   * a POSIX lock is the process's, so a second channel on the same file would not wait, and closing
   * it would drop the lock that another thread holds (see {@link java.nio.channels.FileLock}).
   */
  private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final Path stateFolder;
  private final String what;
  private final Duration timeout;

  /**
   * A lock on something that has a name of its own.
   *
   * @param stateFolder Keyport's state folder; made when it is missing
   * @param what what is locked, as an absolute path or {@code the keychain}; named in errors
   * @param timeout how long to wait for another holder
   */
  public ProcessLock(Path stateFolder, String what, Duration timeout) {
    this.stateFolder = stateFolder;
    this.what = what;
    this.timeout = timeout;
  }

  /**
   * Runs the action while nobody else holds this lock.
   *
   * @return what the action returned
   * @throws StoreException.TimedOut when another holder did not finish in time; nothing was run
   * @throws StoreException.Unavailable when the lock file can't be made or locked, or the thread
   *     was interrupted while it waited; nothing was run
   */
  public <T> T hold(Supplier<T> action) {
    long deadline = System.nanoTime() + timeout.toNanos();
    Path file = lockFile();
    ReentrantLock threads = THREADS.computeIfAbsent(file, path -> new ReentrantLock());
    if (threads.isHeldByCurrentThread()) {
      throw new IllegalStateException("this thread holds the lock on " + what + " already");
    }
    awaitThreads(threads, file);
    try {
      FileChannel channel = open(file);
      try {
        awaitProcesses(channel, file, deadline);
        return action.get();
      } finally {
        closeQuietly(channel);
      }
    } finally {
      threads.unlock();
    }
  }

  /** Where the lock files are. */
  static Path folder(Path stateFolder) {
    return stateFolder.resolve("locks");
  }

  /**
   * Whether another process holds a lock, all the time that one has patience for. What a thread of
   * this process holds is not looked at.
   */
  static boolean isHeldElsewhere(Path lockFile, Duration patience) {
    try {
      Path file = lockFile.toRealPath();
      ReentrantLock threads = THREADS.computeIfAbsent(file, path -> new ReentrantLock());
      // To open and close the file while a thread of this process has the lock would drop it.
      if (threads.isHeldByCurrentThread() || !threads.tryLock()) {
        return false;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        return !locked(channel, System.nanoTime() + patience.toNanos());
      } finally {
        threads.unlock();
      }
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Path lockFile() {
    Path folder = folder(stateFolder);
    try {
      PrivateFiles.createFolder(folder);
      return folder.toRealPath().resolve(name() + SUFFIX);
    } catch (IOException e) {
      throw unavailable(folder, Failures.reason(e), e);
    }
  }

  private String name() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java run-time", e);
    }
  }

  private void awaitThreads(ReentrantLock threads, Path file) {
    try {
      if (!threads.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw timedOut(file, "another thread of this program");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(file, e);
    }
  }

  private FileChannel open(Path file) {
    try {
      return FileChannel.open(
          file,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
          PrivateFiles.fileAttributes(file));
    } catch (IOException e) {
      throw unavailable(file, Failures.reason(e), e);
    }
  }

  /** Asks again and again, with growing pauses: the JDK's blocking lock has no deadline. */
  private static boolean locked(FileChannel channel, long deadline)
      throws IOException, InterruptedException {
    long pause = FIRST_PAUSE_NANOS;
    while (channel.tryLock() == null) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
    }
    return true;
  }

  private void awaitProcesses(FileChannel channel, Path file, long deadline) {
    try {
      if (!locked(channel, deadline)) {
        throw timedOut(file, "another process");
      }
    } catch (IOException e) {
      throw unavailable(file, Failures.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(file, e);
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written through this channel, and the lock goes with the descriptor.
    }
  }

  private StoreException.TimedOut timedOut(Path file, String holder) {
    return new StoreException.TimedOut(
        what
            + " is locked by "
            + holder
            + ", which did not finish in "
            + timeout.toMillis()
            + " ms; nothing was changed",
        "see who holds it: fuser " + ShellWord.of(file.toString()));
  }

  private StoreException.Unavailable interrupted(Path file, InterruptedException cause) {
    return new StoreException.Unavailable(
        "the wait for the lock on " + what + " (" + file + ") was interrupted", null, cause);
  }

  private StoreException.Unavailable unavailable(Path file, String reason, IOException cause) {
    return new StoreException.Unavailable(
        what
            + " can't be locked, so it is not changed: "
            + file
            + ": "
            + Objects.requireNonNull(reason),
        "make " + stateFolder + " writable, or name another folder by XDG_STATE_HOME",
        cause);
  }
}
