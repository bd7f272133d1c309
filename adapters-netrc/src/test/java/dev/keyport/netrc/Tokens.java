package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a tree is made of, put beside each other as in the file. */
final class Tokens {
  private Tokens() {}

  private record Piece(int start, int end) {
    static Piece of(Token token) {
      return new Piece(token.start(), token.end());
    }
  }

  /** Checks that the tree has every byte once: between its pieces are blanks alone. */
  static void assertWhole(Netrc netrc) {
    int at = netrc.start();
    for (Piece piece : pieces(netrc)) {
      assertThat(piece.start()).as("pieces do not overlap").isGreaterThanOrEqualTo(at);
      assertThat(Lexer.isBlankFrom(netrc.text(), at, piece.start()))
          .as("only blanks from %d to %d", at, piece.start())
          .isTrue();
      at = piece.end();
    }
    assertThat(Lexer.isBlankFrom(netrc.text(), at, netrc.text().length)).isTrue();
  }

  private static List<Piece> pieces(Netrc netrc) {
    List<Piece> pieces = new ArrayList<>();
    netrc.comments().forEach(token -> pieces.add(Piece.of(token)));
    netrc.strayWords().forEach(token -> pieces.add(Piece.of(token)));
    netrc.dangling().ifPresent(token -> pieces.add(Piece.of(token)));
    netrc.macros().forEach(macro -> pieces.add(new Piece(macro.start(), macro.end())));
    for (Entry entry : netrc.entries()) {
      pieces.add(Piece.of(entry.keyword()));
      entry.machine().ifPresent(token -> pieces.add(Piece.of(token)));
      entry.unknownWords().forEach(token -> pieces.add(Piece.of(token)));
      for (Attribute attribute : entry.attributes()) {
        pieces.add(Piece.of(attribute.word()));
        pieces.add(Piece.of(attribute.value()));
      }
    }
    pieces.sort(Comparator.comparingInt(Piece::start));
    return pieces;
  }

  /** Everything but the entries of these hosts: byte for byte, in the order of the file. */
  static List<String> ofOthers(Netrc netrc, Set<Host> hosts) {
    Set<String> machines = hosts.stream().map(Host::toString).collect(Collectors.toSet());
    List<String> others = new ArrayList<>();
    for (Entry entry : netrc.entries()) {
      if (entry.isDefault() || !machines.contains(netrc.machineName(entry))) {
        others.add(text(netrc, Piece.of(entry.keyword())));
        entry.machine().ifPresent(token -> others.add(text(netrc, Piece.of(token))));
        entry.attributes().forEach(attribute -> others.add(text(netrc, whole(attribute))));
        entry.unknownWords().forEach(token -> others.add(text(netrc, Piece.of(token))));
      }
    }
    netrc.macros().forEach(m -> others.add(text(netrc, new Piece(m.start(), m.end())).strip()));
    netrc.strayWords().forEach(token -> others.add(text(netrc, Piece.of(token))));
    return List.copyOf(others);
  }

  private static Piece whole(Attribute attribute) {
    return new Piece(attribute.word().start(), attribute.value().end());
  }

  private static String text(Netrc netrc, Piece piece) {
    return new String(
        netrc.text(), piece.start(), piece.end() - piece.start(), StandardCharsets.ISO_8859_1);
  }
}
