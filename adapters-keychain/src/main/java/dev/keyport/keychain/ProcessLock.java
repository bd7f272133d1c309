package dev.keyport.keychain;

import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps writers of the keychain apart, in this process and in others: the keychains themselves
 * don't offer "make it unless it is there". The operating system lets go of it when a process dies.
 */
final class ProcessLock {
  /**
   * One for the whole JVM, as the file locks it stands before are: the JVM refuses a second lock on
   * a file, and on Linux closing any channel to the file lets go of the lock.
   */
  private static final ReentrantLock IN_THIS_JVM = new ReentrantLock(true);

  private static final long POLL_MILLIS = 5;

  private ProcessLock() {}

  /**
   * Does this while holding the lock.
   *
   * @param stateFolder the folder under which {@code locks/keychain.lock} is made
   * @throws StoreException.TimedOut when another holds it past the deadline
   * @throws StoreException.Unavailable when the file can't be made
   */
  static <T> T holding(Path stateFolder, Deadline deadline, Supplier<T> action) {
    Path folder = stateFolder.resolve("locks");
    Path file = folder.resolve("keychain.lock");
    try {
      if (!IN_THIS_JVM.tryLock(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
        throw held(file, deadline);
      }
    } catch (InterruptedException e) {
      throw interrupted(file);
    }
    try {
      FileChannel channel = lockedChannel(folder, file, deadline);
      try {
        return action.get();
      } finally {
        release(channel);
      }
    } finally {
      IN_THIS_JVM.unlock();
    }
  }

  private static FileChannel lockedChannel(Path folder, Path file, Deadline deadline) {
    try {
      PrivateFiles.createFolder(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        lock(channel, file, deadline);
        return channel;
      } catch (IOException | StoreException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StoreException.Unavailable(
          "the lock file " + file + " can't be made or locked",
          "see that the folder can be written and the disk is not full",
          e);
    }
  }

  private static void lock(FileChannel channel, Path file, Deadline deadline) throws IOException {
    try {
      while (channel.tryLock() == null) {
        if (deadline.remainingMillis() == 0) {
          throw held(file, deadline);
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      throw interrupted(file);
    }
  }

  private static void release(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process then.
    }
  }

  private static StoreException.TimedOut held(Path file, Deadline deadline) {
    return new StoreException.TimedOut(
        "another program kept the lock " + file + " for " + deadline.allowedInWords(),
        "try again when it has finished");
  }

  private static StoreException.Unavailable interrupted(Path file) {
    Thread.currentThread().interrupt();
    return new StoreException.Unavailable(
        "the thread was interrupted while it waited for " + file, null, null);
  }
}
