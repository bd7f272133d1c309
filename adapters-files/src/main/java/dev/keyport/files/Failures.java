package dev.keyport.files;

import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a file's failure in words: which file, why, and the way out. */
final class Failures {
  private static final long A_BLOCK = 4096;

  private Failures() {}

  static StoreException.Unavailable reading(Path path, IOException cause) {
    String hint = null;
    if (cause instanceof AccessDeniedException) {
      hint =
          "check who owns "
              + path
              + " and the folders above it: ls -ld "
              + ShellWord.of(path.toString());
    }
    return new StoreException.Unavailable(path + " can't be read: " + reason(cause), hint, cause);
  }

  /** Asks the file system itself whether it is full or read-only: error texts are translated. */
  static StoreException.Unavailable writing(Path path, IOException cause) {
    return new StoreException.Unavailable(
        path + " can't be written and is as it was: " + reason(cause), wayOut(path, cause), cause);
  }

  private static @Nullable String wayOut(Path path, IOException cause) {
    Path folder = Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path);
    if (!Files.isDirectory(folder)) {
      return "make the folder first: mkdir -p " + ShellWord.of(folder.toString());
    }
    if (cause instanceof ClosedByInterruptException) {
      return null;
    }
    try {
      if (Files.getFileStore(folder).isReadOnly()) {
        return "the disk that holds " + folder + " is mounted read-only: name another file";
      }
      if (Files.getFileStore(folder).getUsableSpace() < A_BLOCK) {
        return "free some space on the disk that holds " + folder;
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return cause instanceof AccessDeniedException
        ? "a new file must be made in " + folder + ", so that folder must be writable too"
        : null;
  }

  /** What the operating system said, without the file's name, which the message has already. */
  static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "a folder on the way does not exist";
    }
    if (cause instanceof ClosedByInterruptException) {
      return "the thread was interrupted";
    }
    String said =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return Objects.requireNonNullElse(said, cause.getClass().getSimpleName());
  }
}
