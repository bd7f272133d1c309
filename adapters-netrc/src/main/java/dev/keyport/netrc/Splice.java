package dev.keyport.netrc;

import java.io.ByteArrayOutputStream;
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

  /** The text with all of them made; they must not overlap. */
  static byte[] apply(byte[] text, List<Splice> splices) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + 256);
    int at = 0;
    List<Splice> ordered =
        splices.stream().sorted(Comparator.comparingInt((Splice splice) -> splice.start)).toList();
    for (Splice splice : ordered) {
      out.write(text, at, splice.start - at);
      out.writeBytes(splice.replacement);
      at = splice.end;
    }
    out.write(text, at, text.length - at);
    return out.toByteArray();
  }
}
