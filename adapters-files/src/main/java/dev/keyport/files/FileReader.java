package dev.keyport.files;

import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a file of secrets, once it is seen to be a plain one that only its user can change. */
final class FileReader {
  private final CurrentUser user;

  FileReader(CurrentUser user) {
    this.user = user;
  }

  /** Empty when there is no such file. */
  Optional<FileContent> read(Path path) {
    try {
      Optional<FileFacts> facts = FileFacts.of(path);
      if (facts.isEmpty()) {
        return Optional.empty();
      }
      checkKind(path, facts.get());
      facts.get().owner().ifPresent(owner -> checkOwner(path, owner));
      return Optional.of(
          new FileContent(bytes(path), facts.get(), warnings(path, facts.get().owner())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Failures.reading(path, e);
    }
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

  private void checkOwner(Path path, FileFacts.Owner owner) {
    if (owner.uid() != user.uid() && !user.isRoot()) {
      throw new StoreException.Unavailable(
          path + " belongs to another user (number " + owner.uid() + "), who could change it",
          "make it yours: sudo chown \"$(id -u)\" " + path,
          null);
    }
    if (owner.othersWrite()) {
      throw new StoreException.Unavailable(
          path + " can be written by others (mode " + owner.octalMode() + ")",
          "look at what it holds, then: chmod 600 " + path,
          null);
    }
  }

  private static List<String> warnings(Path path, Optional<FileFacts.Owner> owner) {
    return owner
        .filter(FileFacts.Owner::othersRead)
        .map(o -> path + " can be read by others (mode " + o.octalMode() + "): chmod 600 " + path)
        .map(List::of)
        .orElseGet(List::of);
  }

  private static byte[] bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(DurableFile.MAX_BYTES + 1);
      checkSize(path, bytes.length);
      return bytes;
    }
  }
}
