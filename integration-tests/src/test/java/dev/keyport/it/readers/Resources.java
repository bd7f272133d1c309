package dev.keyport.it.readers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The files that lie beside these tests. */
final class Resources {
  private Resources() {}

  /** Puts one into a folder, which is made where it is missing. */
  static Path copy(String name, Path folder) {
    Path copy = folder.resolve(name);
    try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name)) {
      Files.createDirectories(folder);
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
