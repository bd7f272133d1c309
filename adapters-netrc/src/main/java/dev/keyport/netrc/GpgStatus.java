package dev.keyport.netrc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The machine-readable lines that gpg writes to its {@code --status-fd}, as GnuPG's doc/DETAILS
 * describes them. Whatever else comes down the same pipe is dropped: it is made for people, is
 * translated, and might quote what it is about.
 *
 * @param lines each without its prefix: the keyword and its arguments
 */
record GpgStatus(List<String> lines) {
  private static final String PREFIX = "[GNUPG:] ";
  private static final int LONGEST_LINE = 1024;
  private static final int MOST_LINES = 10_000;

  GpgStatus {
    lines = List.copyOf(lines);
  }

  /** Reads to the end, however much there is, and keeps a bounded part of it. */
  static GpgStatus read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0) {
      if (next == '\n') {
        keep(line, lines);
        line.reset();
      } else if (line.size() < LONGEST_LINE) {
        line.write(next);
      }
      next = in.read();
    }
    return new GpgStatus(lines);
  }

  private static void keep(ByteArrayOutputStream bytes, List<String> lines) {
    String line = bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    if (line.startsWith(PREFIX) && lines.size() < MOST_LINES) {
      lines.add(line.substring(PREFIX.length()));
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  boolean has(String keyword) {
    return lines.stream().anyMatch(line -> word(line, 0).equals(keyword));
  }

  /** One argument, counted from 1, of every line with this keyword; empty where it is missing. */
  List<String> arguments(String keyword, int position) {
    return lines.stream()
        .filter(line -> word(line, 0).equals(keyword))
        .map(line -> word(line, position))
        .toList();
  }

  private static String word(String line, int position) {
    List<String> words = Arrays.asList(line.split(" "));
    return position < words.size() ? words.get(position) : "";
  }

  /** Names the keywords only: a status line may carry a file name or a user's name. */
  @Override
  public String toString() {
    return lines.stream().map(line -> word(line, 0)).toList().toString();
  }
}
