package dev.keyport.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A HOME that begins empty.
 *
 * @param folder the folder itself
 * @param tools a folder beside it for what is put on the PATH
 */
record Home(Path folder, Path tools) {
  /** An empty one in this folder. */
  static Home in(Path parent) {
    try {
      return new Home(
          Files.createDirectory(parent.resolve("home")),
          Files.createDirectory(parent.resolve("tools")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path netrc() {
    return file(".netrc");
  }

  /** Writes a file that only its owner can read. */
  Path write(String name, String text) {
    try {
      Path file = file(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The password of the first entry for this machine in the file. */
  String tokenIn(String name) {
    List<String> words = read(name).lines().flatMap(line -> Stream.of(line.split("\\s+"))).toList();
    return words.get(words.indexOf("password") + 1);
  }

  /** The token that login wrote to the netrc. */
  String token() {
    return tokenIn(".netrc");
  }

  /** Every file below, by its path from here, in order. */
  List<String> files() {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
