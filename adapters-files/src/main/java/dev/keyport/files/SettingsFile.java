package dev.keyport.files;

import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the settings stand, and how their bytes are read. */
final class SettingsFile {
  private static final String VARIABLE = "KEYPORT_CONFIG";
  private static final int STICKY = 01000;

  private SettingsFile() {}

  /**
   * The file that {@code KEYPORT_CONFIG} names, else {@code config.properties} in the configuration
   * folder.
   *
   * @throws UsageException when the variable's value is no path
   */
  static Path of(Machine machine) {
    Optional<String> named = machine.variable(VARIABLE);
    if (named.isEmpty()) {
      return machine.configFolder().resolve("config.properties");
    }
    try {
      return Path.of(named.get()).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new UsageException(VARIABLE + " is not a path", "name a file, or unset it");
    }
  }

  /** Whether {@link #of} has a file to tell. */
  static boolean isKnown(Machine machine) {
    try {
      return machine.variable(VARIABLE).isPresent() || machine.configFolder().isAbsolute();
    } catch (UsageException e) {
      return false;
    }
  }

  /**
   * Cuts what was read.
   *
   * @throws UsageException when it is not UTF-8 or has an escape that is none
   */
  static PropertiesText parse(Path file, byte[] bytes) {
    try {
      return PropertiesText.parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new UsageException(file + " is not UTF-8", "save it as UTF-8");
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          file + " has a \\u that four hex digits don't follow",
          "write each backslash twice, as in C:\\\\Users");
    }
  }

  /**
   * A file that must not be believed, or can't be read, is the person's to mend: usage. So is a
   * folder where others could put another file in its place.
   */
  static Optional<FileContent> reading(Path file, Supplier<Optional<FileContent>> reading) {
    try {
      Optional<FileContent> read = reading.get();
      if (read.isPresent()) {
        requireClosed(Objects.requireNonNull(file.getParent(), "an absolute file has a folder"));
      }
      return read;
    } catch (StoreException.Unavailable e) {
      throw new UsageException(e.message(), e.hint().orElse("check its owner and mode"));
    }
  }

  private static void requireClosed(Path folder) {
    try {
      Optional<FileFacts.Owner> open =
          FileFacts.of(folder).flatMap(FileFacts::owner).filter(FileFacts.Owner::othersWrite);
      // In a folder like /tmp a file can be replaced by its owner alone.
      if (open.isPresent() && ((int) Files.getAttribute(folder, "unix:mode") & STICKY) == 0) {
        throw new UsageException(
            folder
                + " can be written by others (mode "
                + open.get().octalMode()
                + "), who could put other settings there",
            "look at what it holds, then: chmod go-w " + ShellWord.of(folder.toString()));
      }
    } catch (IOException e) {
      throw Failures.reading(folder, e);
    }
  }
}
