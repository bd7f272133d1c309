package dev.keyport.files;

import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A small file of the user's that holds secrets: read whole, and replaced whole or not at all.
 *
 * <p>Reading takes no lock: a file that is always replaced by rename is seen old or new, never
 * between. It is refused when it is no plain file, is over {@value #MAX_BYTES} bytes, belongs to
 * another user or can be written by others; that others can read it is said.
 *
 * <p>Changing it happens under a {@link ProcessLock}; the new content goes to a file of the same
 * folder, 0600 from creation, reaches the disk and takes the old one's place by rename. A symbolic
 * link is followed and stays. The mode becomes exactly 0600 (Ruby's netrc gem takes no other); the
 * owner stays where root does this. Hard links to the old file keep the old content.
 *
 * <p>Programs that don't take this lock are seen too: the file is compared with what was read
 * before, by its facts and its bytes, as the last step before the rename, and the edit done again
 * on what they wrote. What remains is the time between that look and the rename, some tens of
 * microseconds: no system call replaces a file only if it is still the one that was read. What a
 * stranger saves in just that time is lost.
 *
 * <p>Safe for use by several threads and processes.
 */
public final class DurableFile {
  /** The largest file that is read: 16 MiB. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final int TRIES = 5;

  private final Path path;
  private final Function<Path, ProcessLock> locks;
  private final FileReader reader;
  private final CurrentUser user;
  private final Consumer<String> notices;
  private final Supplier<Sealing> sealings;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * A file, which need not exist yet; nothing is looked at until it is used.
   *
   * @param path where it is, or a symbolic link to it
   * @param stateFolder Keyport's state folder, for the lock; asked when it is taken
   * @param timeout how long to wait for another that changes it
   * @param notices takes what a person should know, a sentence each
   */
  public DurableFile(
      Path path, Supplier<Path> stateFolder, Duration timeout, Consumer<String> notices) {
    this(path, stateFolder, timeout, notices, Sealing::none);
  }

  /**
   * A file whose bytes are sealed. What is read and edited is what they stand for; the limit on
   * size, and whether another program changed the file, go by the bytes themselves.
   *
   * @param sealings asked for one at each reading and, once the lock is held, at each change
   * @see #DurableFile(Path, Supplier, Duration, Consumer)
   */
  public DurableFile(
      Path path,
      Supplier<Path> stateFolder,
      Duration timeout,
      Consumer<String> notices,
      Supplier<Sealing> sealings) {
    this(
        path,
        target -> new ProcessLock(stateFolder.get(), target.toString(), timeout),
        CurrentUser.ofProcess(),
        notices,
        sealings);
  }

  DurableFile(
      Path path, Function<Path, ProcessLock> locks, CurrentUser user, Consumer<String> notices) {
    this(path, locks, user, notices, Sealing::none);
  }

  private DurableFile(
      Path path,
      Function<Path, ProcessLock> locks,
      CurrentUser user,
      Consumer<String> notices,
      Supplier<Sealing> sealings) {
    this.path = path.toAbsolutePath();
    this.locks = locks;
    this.reader = new FileReader(user);
    this.user = user;
    this.notices = notices;
    this.sealings = sealings;
  }

  /** Where it is, absolute; links are not followed. */
  public Path path() {
    return path;
  }

  /** Whether both names lead to one file, by links or another spelling; it need not exist. */
  public boolean isSameAs(DurableFile other) {
    try {
      if (Files.exists(path) && Files.exists(other.path)) {
        return Files.isSameFile(path, other.path);
      }
      return Links.resolve(path).equals(Links.resolve(other.path));
    } catch (IOException e) {
      return path.equals(other.path);
    }
  }

  /**
   * What it holds now.
   *
   * @return empty when it does not exist
   * @throws StoreException.Unavailable when it can't or must not be read
   * @throws StoreException what its sealing throws
   */
  public Optional<FileContent> read() {
    Optional<FileContent> content = reader.read(path);
    content.ifPresent(this::warnOnce);
    return content.map(stored -> stored.opened(sealings.get()));
  }

  private void warnOnce(FileContent content) {
    if (!content.warnings().isEmpty() && !warned.getAndSet(true)) {
      content.warnings().forEach(notices);
    }
  }

  /**
   * Changes it. Where the edit returns what it was given, nothing is written.
   *
   * @param edit turns the bytes (none when the file does not exist) into the new ones. Neither
   *     array is copied, and neither may be changed afterwards. Called under the lock, again when
   *     another program saved the file in between; what it throws is passed on, and nothing is
   *     written
   * @return whether the file was written
   * @throws StoreException.Unavailable when it can't be read or written; it is as it was
   * @throws StoreException.TimedOut when another did not let go of the lock in time
   */
  public boolean update(UnaryOperator<byte[]> edit) {
    Path target = target();
    return locks.apply(target).hold(() -> updateLocked(target, edit));
  }

  private Path target() {
    try {
      return Links.resolve(path);
    } catch (IOException e) {
      throw Failures.writing(path, e);
    }
  }

  private boolean updateLocked(Path target, UnaryOperator<byte[]> edit) {
    try {
      Replacement.sweep(target);
      Sealing sealing = sealings.get();
      for (int i = 0; i < TRIES; i++) {
        Optional<FileContent> before = reader.read(target);
        Optional<byte[]> stored = before.map(FileContent::bytes);
        byte[] old = stored.map(sealing::open).orElseGet(() -> new byte[0]);
        byte[] wanted = edit.apply(old);
        if (Arrays.equals(old, wanted)) {
          before.ifPresent(this::warnOnce);
          return false;
        }
        byte[] sealed = sealing.seal(wanted, stored);
        if (replace(target, before, sealed)) {
          readBack(target, sealed);
          return true;
        }
      }
    } catch (IOException e) {
      throw Failures.writing(path, e);
    }
    throw new StoreException.Unavailable(
        path + " is not changed: another program saved it " + TRIES + " times meanwhile",
        "try again when nothing else writes it",
        null);
  }

  /** Returns false when the file is no longer the one the new content was made from. */
  private boolean replace(Path target, Optional<FileContent> before, byte[] wanted)
      throws IOException {
    Optional<FileFacts.Owner> owner = before.flatMap(content -> content.facts().owner());
    Optional<FileFacts.Owner> kept = owner.filter(o -> user.isRoot());
    try (Replacement replacement = Replacement.write(target, wanted, kept)) {
      Optional<FileContent> now = reader.read(target);
      boolean same =
          before.isPresent() ? now.isPresent() && before.get().isStill(now.get()) : now.isEmpty();
      if (!same) {
        return false;
      }
      replacement.commit();
    } catch (NoSuchFileException e) {
      if (e.getFile().equals(target.toString()) || !Links.folderExists(target)) {
        throw e;
      }
      // One with another state folder, and so another lock, swept the replacement away.
      return false;
    }
    if (owner.filter(FileFacts.Owner::othersRead).isPresent()) {
      notices.accept(path + " could be read by others; its mode is 0600 now");
    }
    return true;
  }

  private void readBack(Path target, byte[] wanted) {
    if (reader.read(target).filter(content -> content.hasBytes(wanted)).isEmpty()) {
      throw new StoreException.Unavailable(
          path + " was written, and another program changed it at once",
          "look at it, and try again when nothing else writes it",
          null);
    }
  }
}
