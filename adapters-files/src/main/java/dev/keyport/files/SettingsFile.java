package dev.keyport.files;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the settings stand, and how their bytes are read. */
final class SettingsFile {
  private static final String VARIABLE = "KEYPORT_CONFIG";

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

  /** A file that must not be believed, or can't be read, is the person's to mend: usage. */
  static <T> T reading(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (StoreException.Unavailable e) {
      throw new UsageException(e.message(), e.hint().orElse("check its owner and mode"));
    }
  }
}
