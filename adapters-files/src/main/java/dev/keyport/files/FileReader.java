package dev.keyport.files;

import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of secrets, once it is seen to be a plain one that only its user can change.
 *
 * <p>An editor that writes in place could be met halfway, and half a secret taken for a whole one:
 * a file whose facts are others after reading than before is read again.
 */
final class FileReader {
  private static final int TRIES = 5;
  private static final int CHUNK = 64 * 1024;

  private final CurrentUser user;
  private final Source source;

  /** How a file is opened for reading. */
  interface Source {
    InputStream open(Path path) throws IOException;
  }

  FileReader(CurrentUser user) {
    this(user, Files::newInputStream);
  }

  FileReader(CurrentUser user, Source source) {
    this.user = user;
    this.source = source;
  }

  /** Empty when there is no such file. */
  Optional<FileContent> read(Path path) {
    try {
      Optional<FileFacts> facts = FileFacts.of(path);
      for (int i = 0; i < TRIES && facts.isPresent(); i++) {
        FileFacts before = facts.get();
        checkKind(path, before);
        boolean anothers = before.owner().filter(owner -> checkOwner(path, owner)).isPresent();
        byte[] bytes = bytes(path, (int) before.size());
        facts = FileFacts.of(path);
        if (facts.filter(before::sameFileUntouched).isPresent()) {
          return Optional.of(
              new FileContent(bytes, before, anothers, warnings(path, before.owner())));
        }
      }
      if (facts.isEmpty()) {
        return Optional.empty();
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Failures.reading(path, e);
    }
    throw new StoreException.Unavailable(
        path + " was changed by another program each of the " + TRIES + " times it was read",
        "try again when nothing else writes it",
        null);
  }

  /** Before it is opened: opening a pipe would wait for its writer. */
  private static void checkKind(Path path, FileFacts facts) {
    if (!facts.regular()) {
      throw new StoreException.Unavailable(
          path + " is not a plain file" + (Files.isDirectory(path) ? " but a folder" : ""),
          "name a plain file",
          null);
    }
    checkSize(path, facts.size());
  }

  private static void checkSize(Path path, long size) {
    if (size > DurableFile.MAX_BYTES) {
      throw new StoreException.Unavailable(
          path + " is over " + DurableFile.MAX_BYTES / (1024 * 1024) + " MiB",
          "it is not what it should be, or needs to be cleared out by hand",
          null);
    }
  }

  /** Whether it is another user's, as root may read it; asks who this is but once, which costs. */
  private boolean checkOwner(Path path, FileFacts.Owner owner) {
    long self = user.uid();
    boolean anothers = owner.uid() != self;
    if (anothers && self != CurrentUser.ROOT) {
      throw new StoreException.Unavailable(
          path + " belongs to another user (number " + owner.uid() + "), who could change it",
          "make it yours: sudo chown \"$(id -u)\" " + ShellWord.of(path.toString()),
          null);
    }
    if (owner.othersWrite()) {
      throw new StoreException.Unavailable(
          path + " can be written by others (mode " + owner.octalMode() + ")",
          "look at what it holds, then: chmod 600 " + ShellWord.of(path.toString()),
          null);
    }
    return anothers;
  }

  private static List<String> warnings(Path path, Optional<FileFacts.Owner> owner) {
    return owner
        .filter(FileFacts.Owner::othersRead)
        .map(
            o ->
                path
                    + " can be read by others (mode "
                    + o.octalMode()
                    + "): chmod 600 "
                    + ShellWord.of(path.toString()))
        .map(List::of)
        .orElseGet(List::of);
  }

  /** Into one array of the size seen, and in pieces: the JDK copies each to memory of its own. */
  private byte[] bytes(Path path, int size) throws IOException {
    byte[] bytes = new byte[size];
    try (InputStream in = source.open(path)) {
      int length = 0;
      int read;
      do {
        read = in.read(bytes, length, Math.min(CHUNK, size - length));
        length += Math.max(read, 0);
      } while (read > 0);
      byte[] grown = in.readNBytes(DurableFile.MAX_BYTES + 1 - length);
      checkSize(path, (long) length + grown.length);
      return length == size && grown.length == 0 ? bytes : joined(bytes, length, grown);
    }
  }

  /** Of a file that is written while it is read. */
  private static byte[] joined(byte[] bytes, int length, byte[] grown) {
    byte[] joined = Arrays.copyOf(bytes, length + grown.length);
    System.arraycopy(grown, 0, joined, length, grown.length);
    return joined;
  }
}
