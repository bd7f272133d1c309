package dev.keyport.netrc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A machine's entry, or the default one.
 *
 * @param keyword the word {@code machine} or {@code default}
 * @param machine the machine's name; empty for the default entry
 * @param attributes in the order of the file
 * @param end the byte after its last token, unknown words included
 * @param unknownWords those in it
 */
record Entry(
    Token keyword,
    Optional<Token> machine,
    List<Attribute> attributes,
    int end,
    List<Token> unknownWords) {
  Entry {
    attributes = List.copyOf(attributes);
    unknownWords = List.copyOf(unknownWords);
  }

  /**
   * Reads one entry.
   *
   * @param start the first byte of its keyword
   * @param end the byte after its last token
   */
  static Entry of(byte[] text, int start, int end) {
    Statements statements = new Statements(text, start, end, new Spans());
    statements.next();
    Token keyword = statements.word();
    Optional<Token> machine =
        statements.keyword() == Keyword.MACHINE
            ? Optional.of(statements.value())
            : Optional.empty();
    List<Attribute> attributes = new ArrayList<>();
    List<Token> unknownWords = new ArrayList<>();
    while (statements.next()) {
      if (!statements.keyword().isAttribute()) {
        unknownWords.add(statements.word());
      } else if (statements.isComplete()) {
        attributes.add(new Attribute(statements.keyword(), statements.word(), statements.value()));
      }
    }
    return new Entry(keyword, machine, attributes, end, unknownWords);
  }

  int start() {
    return keyword.start();
  }

  boolean isDefault() {
    return machine.isEmpty();
  }

  /** Where it stands twice, the last counts. */
  Optional<Attribute> login() {
    return last(Keyword::isLogin);
  }

  /** Where it stands twice, the last counts. */
  Optional<Attribute> password() {
    return last(keyword -> keyword == Keyword.PASSWORD);
  }

  /** Where it stands twice, the last counts. */
  Optional<Attribute> account() {
    return last(keyword -> keyword == Keyword.ACCOUNT);
  }

  private Optional<Attribute> last(Predicate<Keyword> kind) {
    Attribute found = null;
    for (Attribute attribute : attributes) {
      found = kind.test(attribute.keyword()) ? attribute : found;
    }
    return Optional.ofNullable(found);
  }

  /** The end of its machine's name, or of the word {@code default}. */
  int headEnd() {
    return machine.orElse(keyword).end();
  }
}
