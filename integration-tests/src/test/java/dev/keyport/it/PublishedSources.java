package dev.keyport.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sources of a module that is published.
 *
 * @param name the module's folder
 * @param sources its main source files, its {@code module-info} and {@code package-info} included
 */
record PublishedSources(String name, List<Path> sources) {
  private static final String IS_PUBLISHED = "<publish.skip>false</publish.skip>";

  /** All of them; run by Maven, whose working folder is this module's. */
  static List<PublishedSources> all() throws IOException {
    List<PublishedSources> all = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of(".."))) {
      for (Path folder : folders.sorted().toList()) {
        Path pom = folder.resolve("pom.xml");
        if (Files.isRegularFile(pom) && Files.readString(pom).contains(IS_PUBLISHED)) {
          all.add(new PublishedSources(folder.getFileName().toString(), sources(folder)));
        }
      }
    }
    return all;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
