package dev.keyport.netrc;

import dev.keyport.domain.error.Place;
import dev.keyport.domain.store.StoreWarning;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what is found in a netrc, by kind and line. Lines are counted once, however much there is
 * to say.
 */
final class LintReport {
  private final LineNumbers numbers;
  private final Map<LintKind, BitSet> lines = new EnumMap<>(LintKind.class);

  LintReport(byte[] text) {
    this.numbers = new LineNumbers(text);
  }

  /** This is on the line that has the byte. */
  void add(LintKind kind, int at) {
    lines.computeIfAbsent(kind, found -> new BitSet()).set(numbers.at(at));
  }

  /** One warning a kind: its first line, and how many there are besides; in the lines' order. */
  List<StoreWarning> warnings(Path path) {
    return lines.entrySet().stream()
        .sorted(Comparator.comparingInt(found -> found.getValue().nextSetBit(0)))
        .map(found -> warning(path, found.getKey(), found.getValue()))
        .toList();
  }

  private static StoreWarning warning(Path path, LintKind kind, BitSet lines) {
    return kind.warning(path.toString(), lines.cardinality() - 1)
        .at(Place.of(path, lines.nextSetBit(0)));
  }
}
