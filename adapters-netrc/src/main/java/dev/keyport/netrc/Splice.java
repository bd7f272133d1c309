package dev.keyport.netrc;

import java.util.Comparator;
import java.util.List;

/** Bytes that take the place of others. */
final class Splice {
  private final int start;
  private final int end;
  private final byte[] replacement;

  /**
   * @param start the first byte to go
   * @param end the byte after the last to go; equal to {@code start} for an insertion
   * @param replacement what comes instead
   */
  Splice(int start, int end, byte[] replacement) {
    this.start = start;
    this.end = end;
    this.replacement = replacement.clone();
  }

  /** The text with all of them made; they must not overlap. The text itself when there are none. */
  static byte[] apply(byte[] text, List<Splice> splices) {
    if (splices.isEmpty()) {
      return text;
    }
    List<Splice> ordered =
        splices.stream().sorted(Comparator.comparingInt((Splice splice) -> splice.start)).toList();
    byte[] edited = new byte[length(text, splices)];
    int from = 0;
    int to = 0;
    for (Splice splice : ordered) {
      int kept = splice.start - from;
      System.arraycopy(text, from, edited, to, kept);
      System.arraycopy(splice.replacement, 0, edited, to + kept, splice.replacement.length);
      from = splice.end;
      to += kept + splice.replacement.length;
    }
    System.arraycopy(text, from, edited, to, text.length - from);
    return edited;
  }

  private static int length(byte[] text, List<Splice> splices) {
    int length = text.length;
    for (Splice splice : splices) {
      length += splice.replacement.length - (splice.end - splice.start);
    }
    return length;
  }
}
