package dev.keyport.it.canary;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stand-ins, first on the PATH, that write down their arguments and environment and then become the
 * real tools: so that no child is too short-lived to be seen.
 */
final class RecordedTools {
  private static final String PATH =
      Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");

  private final Path folder;
  private final Path record;

  private RecordedTools(Path folder, Path record) {
    this.folder = folder;
    this.record = record;
  }

  /** Stand-ins for these in a folder that nobody scans; one that isn't installed has none. */
  static RecordedTools in(Path parent, String... names) {
    try {
      Path folder = Files.createTempDirectory(parent, "tools");
      RecordedTools tools = new RecordedTools(folder, folder.resolve("record"));
      for (String name : names) {
        Optional<Path> real = find(name);
        if (real.isPresent()) {
          tools.add(name, real.get());
        }
      }
      return tools;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String name, Path real) throws IOException {
    Path tool =
        Files.writeString(
            folder.resolve(name),
            "#!/bin/sh\n{ echo '"
                + name
                + "'; printf '%s\\n' \"$@\"; env; } >> '"
                + record
                + "'\nexec '"
                + real
                + "' \"$@\"\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static Optional<Path> find(String name) {
    return Stream.of(PATH.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The PATH that has them first. */
  String path() {
    return folder + File.pathSeparator + PATH;
  }

  /** All that they wrote down; may hold secrets, and is never to be shown. */
  String record() {
    try {
      return Files.exists(record) ? Files.readString(record) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
