package dev.keyport.cli.io;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A secret on stdin: one line of UTF-8, with or without a line end. */
public final class Stdin {
  private static final int LONGEST = 64 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Stdin() {}

  /**
   * Reads it, to the end of input.
   *
   * @param what names it in messages, as {@code the password}
   * @throws UsageException when there is nothing, more than a line, more than 64 KiB, or text that
   *     is not UTF-8
   */
  public static Secret read(InputStream in, String what) {
    byte[] bytes = bytes(in, what);
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      try {
        return line(withoutMark(text), what);
      } finally {
        text.clear();
        while (text.hasRemaining()) {
          text.put('\0');
        }
      }
    } catch (CharacterCodingException e) {
      throw new UsageException(what + " on stdin is not UTF-8 text");
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Without the byte order mark that PowerShell puts before what it pipes. */
  private static CharBuffer withoutMark(CharBuffer text) {
    return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
        ? text.subSequence(1, text.length())
        : text;
  }

  private static byte[] bytes(InputStream in, String what) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(LONGEST + 1);
    } catch (IOException e) {
      throw new UsageException(what + " can't be read from stdin: " + e.getMessage());
    }
    if (bytes.length > LONGEST) {
      throw new UsageException(what + " on stdin is longer than 64 KiB");
    }
    return bytes;
  }

  private static Secret line(CharBuffer text, String what) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == '\n') {
        throw new UsageException(what + " on stdin has more than one line", "give one line");
      }
    }
    if (end == 0) {
      throw new UsageException("stdin is empty: " + what + " was expected there", "pipe it in");
    }
    return Secret.of(text.subSequence(0, end));
  }
}
