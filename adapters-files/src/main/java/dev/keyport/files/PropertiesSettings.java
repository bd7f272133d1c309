package dev.keyport.files;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Settings from a file in the JDK's properties syntax, in UTF-8: {@code config.properties} in the
 * configuration folder, or the file that {@code KEYPORT_CONFIG} names. It is read once, at the
 * first question; a missing file sets nothing. Safe for use by several threads.
 */
public final class PropertiesSettings implements Settings {
  private static final String VARIABLE = "KEYPORT_CONFIG";

  private final Path file;
  private final Set<String> known;
  private @Nullable Properties properties;

  /**
   * @param machine whose environment and configuration folder are asked
   * @param knownKeys every key that may stand in the file
   * @throws UsageException when {@code KEYPORT_CONFIG} is no path
   */
  public PropertiesSettings(Machine machine, Set<String> knownKeys) {
    this.file = file(machine);
    this.known = Set.copyOf(knownKeys);
  }

  private static Path file(Machine machine) {
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

  @Override
  public synchronized Optional<String> get(String key) {
    Properties loaded = properties;
    if (loaded == null) {
      loaded = load();
      properties = loaded;
    }
    return Optional.ofNullable(loaded.getProperty(key)).map(String::strip);
  }

  @Override
  public String place() {
    return file.toString();
  }

  private Properties load() {
    Properties loaded = new Properties();
    if (Files.notExists(file)) {
      return loaded;
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + " is not a plain file", "put the settings in a plain file");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      loaded.load(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      throw new UsageException(file + " is not UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      throw new UsageException(
          file + " can't be read: " + Failures.reason(e), "check its owner and mode");
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          file + " has a \\u that four hex digits don't follow",
          "write each backslash twice, as in C:\\\\Users");
    }
    checkKeys(loaded);
    return loaded;
  }

  private void checkKeys(Properties loaded) {
    for (String key : new TreeSet<>(loaded.stringPropertyNames())) {
      if (!known.contains(key)) {
        throw new UsageException(
            file + ": there is no setting \"" + key + "\"",
            NearestWord.to(key, known)
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElseGet(() -> "the settings are: " + String.join(", ", new TreeSet<>(known))));
      }
    }
  }
}
