package dev.keyport.cli.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that opens a page, and its arguments. They are handed over as they are: no shell reads
 * them.
 *
 * @param words the program first; {@code %s} in one of them stands for the page's address, which is
 *     the last argument where none has it
 */
record BrowserCommand(List<String> words) {
  private static final String ADDRESS = "%s";

  BrowserCommand {
    words = List.copyOf(words);
  }

  /**
   * Reads a command as it stands in {@code BROWSER}: words with blanks between them, in single or
   * double quotes where one has blanks itself. A last {@code &}, as some write it, says what is so
   * anyway.
   */
  static BrowserCommand parse(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
        open = true;
      } else if (quote == 0 && (c == ' ' || c == '\t')) {
        if (open) {
          words.add(word.toString());
        }
        word.setLength(0);
        open = false;
      } else {
        word.append(c);
        open = true;
      }
    }
    if (open) {
      words.add(word.toString());
    }
    if (words.size() > 1 && words.get(words.size() - 1).equals("&")) {
      words.remove(words.size() - 1);
    }
    return new BrowserCommand(words);
  }

  /** Those of a list as {@code BROWSER} has it. */
  static List<BrowserCommand> parseList(String text, char separator) {
    return Stream.of(text.split(Pattern.quote(String.valueOf(separator))))
        .map(BrowserCommand::parse)
        .filter(command -> !command.words().isEmpty())
        .collect(Collectors.toUnmodifiableList());
  }

  /** The program's name, to be shown. */
  String program() {
    return words.isEmpty() ? "" : words.get(0);
  }

  /** What is run for this page. */
  List<String> on(URI page) {
    String address = page.toASCIIString();
    boolean placed = words.stream().anyMatch(word -> word.contains(ADDRESS));
    Stream<String> filled = words.stream().map(word -> word.replace(ADDRESS, address));
    return Stream.concat(filled, placed ? Stream.empty() : Stream.of(address)).toList();
  }
}
