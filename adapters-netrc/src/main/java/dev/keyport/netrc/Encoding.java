package dev.keyport.netrc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** What encoding a file's bytes are in. */
final class Encoding {
  private static final int CHUNK = 8 * 1024;

  private Encoding() {}

  /**
   * UTF-8 where they are valid in it, else ISO-8859-1, in which every byte is a character.
   *
   * @throws MalformedNetrcException when one of them is NUL
   */
  static Charset of(byte[] text) {
    int ascii = asciiLength(text);
    for (int i = ascii; i < text.length; i++) {
      if (text[i] == 0) {
        throw new MalformedNetrcException(Lines.number(text, i), "there is a NUL byte");
      }
    }
    boolean utf8 = ascii == text.length || isUtf8(text, ascii);
    return utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }

  /** How many of the first bytes are ASCII without NUL: all, in most files. */
  private static int asciiLength(byte[] text) {
    int i = 0;
    while (i < text.length && text[i] > 0) {
      i++;
    }
    return i;
  }

  /** By decoding it piece by piece, so that the text is never in memory twice. */
  private static boolean isUtf8(byte[] text, int from) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(text, from, text.length - from);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      result = decoder.decode(in, out, true);
      out.clear();
    }
    return !result.isError();
  }
}
