package dev.keyport.cli.terminal;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A line as it was typed: UTF-8 where it is valid, else in the locale's own encoding. */
final class TypedLine {
  private static final int LONGEST = 64 * 1024;

  private final CharBuffer characters;

  private TypedLine(CharBuffer characters) {
    this.characters = characters;
  }

  /** Reads up to the line end, which is dropped; empty at the end of input. */
  static Optional<TypedLine> read(InputStream in) throws IOException {
    byte[] bytes = new byte[LONGEST];
    int length = 0;
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      if (length == LONGEST) {
        Arrays.fill(bytes, (byte) 0);
        throw new UsageException("what was typed is longer than 64 KiB");
      }
      bytes[length++] = (byte) next;
      next = in.read();
    }
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    TypedLine line = new TypedLine(decode(ByteBuffer.wrap(bytes, 0, length)));
    Arrays.fill(bytes, (byte) 0);
    return Optional.of(line);
  }

  private static CharBuffer decode(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
    } catch (CharacterCodingException e) {
      return Charset.defaultCharset().decode(bytes);
    }
  }

  String text() {
    return characters.toString();
  }

  Secret secret() {
    Secret secret = Secret.of(characters);
    for (int i = 0; i < characters.length(); i++) {
      characters.put(i, '\0');
    }
    return secret;
  }
}
