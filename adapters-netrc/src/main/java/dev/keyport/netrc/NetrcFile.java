package dev.keyport.netrc;

import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.files.DurableFile;
import dev.keyport.files.FileContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The netrc on the disk: read and parsed, changed in one step, its faults told by file and line.
 */
final class NetrcFile {
  private final NetrcLocation location;
  private final DurableFile file;

  NetrcFile(NetrcLocation location, StoreContext context) {
    this.location = location;
    this.file =
        new DurableFile(
            location.path(), context.machine().stateFolder(), context.timeout(), context.notices());
  }

  Path path() {
    return file.path();
  }

  /** What it holds; empty when it does not exist. */
  Optional<FileContent> content() {
    refuseEncrypted();
    return file.read();
  }

  /** What it holds, read; no entries when it does not exist. */
  Netrc read() {
    byte[] text = content().map(FileContent::bytes).orElseGet(() -> new byte[0]);
    return parse(text);
  }

  /** Reads bytes that are this file's. */
  Netrc parse(byte[] text) {
    return naming(() -> Parser.parse(text));
  }

  /** Whether it was written. */
  boolean update(UnaryOperator<byte[]> edit) {
    refuseEncrypted();
    return naming(() -> file.update(edit));
  }

  private <T> T naming(Supplier<T> action) {
    try {
      return action.get();
    } catch (MalformedNetrcException e) {
      throw new StoreException.Corrupt(
          path() + ", line " + e.line() + ": " + e.getMessage() + "; the file is not touched",
          "mend the line in an editor");
    }
  }

  /** A plain file beside the encrypted one would put the secret where its owner did not want it. */
  private void refuseEncrypted() {
    Path encrypted = location.encryptedSibling();
    if (location.origin() != NetrcLocation.Origin.ARGUMENT
        && Files.exists(encrypted)
        && !Files.exists(path())) {
      throw new StoreException.Unavailable(
          encrypted + " is encrypted, which this store does not read, and there is no " + path(),
          "to use a plain file all the same, name it: --store netrc:" + path(),
          null);
    }
  }
}
