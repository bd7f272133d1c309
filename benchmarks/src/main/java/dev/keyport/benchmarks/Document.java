package dev.keyport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The document that has all sections. A run of some of them leaves the others as they are; each
 * says itself when it was measured.
 */
final class Document {
  private static final String MARK = "<!-- section ";
  private static final String MARK_END = " -->\n";
  private static final String HEAD =
      """
      # Benchmarks

      Written by `bin/bench`, which measures all of it anew; `bin/bench NAME` only a section. Compare
      within a section: all of it is from one run, on the same files. Times say nothing in absolute
      terms: another machine changes them, and whatever else runs at the same time. The best of
      several is what that touches least. Where the load at the start is above the number of cores,
      read no more than orders of magnitude.

      """;

  private final Path file;
  private final Map<String, String> sections = new LinkedHashMap<>();

  Document(Path file, List<Section> order) throws IOException {
    this.file = file;
    order.forEach(section -> sections.put(section.name(), ""));
    if (Files.exists(file)) {
      String[] parts = Files.readString(file).split(MARK, -1);
      for (int i = 1; i < parts.length; i++) {
        String[] nameAndText = parts[i].split(MARK_END, 2);
        sections.computeIfPresent(nameAndText[0], (name, old) -> nameAndText[1]);
      }
    }
  }

  /** Puts the section in the place of what it said before, and writes the file. */
  void replace(Section section, String text) throws IOException {
    sections.put(section.name(), "## " + section.title() + "\n\n" + text);
    StringBuilder all = new StringBuilder(HEAD);
    sections.forEach(
        (name, words) -> {
          if (!words.isEmpty()) {
            all.append(MARK).append(name).append(MARK_END).append(words.strip()).append("\n\n");
          }
        });
    Files.writeString(file, all.toString().strip() + "\n");
  }
}
