package dev.keyport.netrc;

import dev.keyport.domain.error.Place;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.files.DurableFile;
import dev.keyport.files.FileContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The netrc on the disk, encrypted or not: read and parsed, changed in one step, its faults told by
 * file and line.
 */
final class NetrcFile {
  private final NetrcLocation location;
  private final DurableFile file;
  private final DurableFile unprompted;

  NetrcFile(NetrcLocation location, StoreContext context) {
    this.location = location;
    if (location.encrypted()) {
      GpgPinentry pinentry = GpgPinentry.of(context.policy(), context.machine());
      this.file = encrypted(location.path(), context, pinentry, context.notices());
      this.unprompted = encrypted(location.path(), context, GpgPinentry.never(), notice -> {});
    } else {
      this.file =
          new DurableFile(
              location.path(),
              context.machine()::stateFolder,
              context.timeout(),
              context.notices());
      this.unprompted = file;
    }
  }

  private static DurableFile encrypted(
      Path path, StoreContext context, GpgPinentry pinentry, Consumer<String> notices) {
    return new DurableFile(
        path,
        context.machine()::stateFolder,
        context.timeout(),
        notices,
        () ->
            new EncryptedNetrc(
                path, new GnuPg(path, context.machine(), pinentry, context.timeout())));
  }

  Path path() {
    return file.path();
  }

  boolean isSameAs(NetrcFile other) {
    return file.isSameAs(other.file);
  }

  /** What it holds, asking nobody for a passphrase; empty when it does not exist. */
  Optional<FileContent> contentUnprompted() {
    refuseEncrypted();
    return unprompted.read();
  }

  /** What it holds, read; no entries when it does not exist. */
  Netrc read() {
    refuseEncrypted();
    byte[] text = file.read().map(FileContent::bytes).orElseGet(() -> new byte[0]);
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
          Place.of(path(), e.line()),
          Objects.requireNonNullElse(e.getMessage(), "no netrc") + "; the file is not touched",
          "mend the line in an editor");
    }
  }

  /**
   * A plain file beside the encrypted one would put the secret where its owner did not want it. An
   * encrypted one is taken where it exists when the store is opened; this one came later.
   */
  private void refuseEncrypted() {
    if (location.origin() == NetrcLocation.Origin.ARGUMENT || Files.exists(path())) {
      return;
    }
    Optional<Path> encrypted = location.encryptedBeside();
    if (encrypted.isPresent()) {
      throw new StoreException.Unavailable(
          encrypted.get() + " appeared after the store was opened, and there is no " + path(),
          "open the store again, or name the plain file: --store netrc:" + path(),
          null);
    }
  }
}
