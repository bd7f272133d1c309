package dev.keyport.netrc;

import dev.keyport.domain.credential.Host;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An entry that was not there: in the three lines that every reader understands, before what would
 * keep curl and git from reaching it.
 */
final class NewEntry {
  private final Netrc netrc;
  private final byte[] text;
  private final byte[] ending;
  private final Host host;

  NewEntry(Netrc netrc, Host host) {
    this.netrc = netrc;
    this.text = netrc.text();
    this.ending = Lines.ending(text);
    this.host = host;
  }

  /**
   * The insertion: before the first entry of the host; else before the default entry and the
   * comments right above it; else at the end.
   *
   * @throws MalformedNetrcException when it would be taken for the missing value of a keyword that
   *     ends the file
   */
  Splice splice(byte[] login, byte[] password) {
    byte[] entry = entry(login, password);
    List<Entry> sameHost = netrc.entriesOf(host);
    if (!sameHost.isEmpty()) {
      return before(sameHost.get(0), false, entry);
    }
    Optional<Entry> catchAll = netrc.defaultEntry();
    return catchAll.isPresent() ? before(catchAll.get(), true, entry) : atEnd(entry);
  }

  private byte[] entry(byte[] login, byte[] password) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(out, "machine ", host.toString().getBytes(StandardCharsets.UTF_8));
    if (login.length > 0) {
      line(out, "  login ", ValueForm.render("login", login));
    }
    line(out, "  password ", ValueForm.render("password", password));
    return out.toByteArray();
  }

  private void line(ByteArrayOutputStream out, String keyword, byte[] value) {
    out.writeBytes(Lines.ascii(keyword));
    out.writeBytes(value);
    out.writeBytes(ending);
  }

  /** On the lines above; where the other shares its line, that line is broken before it. */
  private Splice before(Entry other, boolean aboveComments, byte[] entry) {
    int line = Lines.start(text, other.start(), netrc.start());
    int blanks = other.start();
    while (blanks > line && Lexer.isBlank(text[blanks - 1])) {
      blanks--;
    }
    if (blanks > line) {
      return new Splice(blanks, other.start(), concat(ending, entry));
    }
    int at = aboveComments ? aboveComments(line) : line;
    return new Splice(at, at, entry);
  }

  private int aboveComments(int line) {
    int at = line;
    while (at > netrc.start()) {
      int above = Lines.start(text, at - 1, netrc.start());
      int first = above;
      while (first < at && Lexer.isBlank(text[first])) {
        first++;
      }
      if (first == at || text[first] != '#') {
        break;
      }
      at = above;
    }
    return at;
  }

  private Splice atEnd(byte[] entry) {
    netrc
        .dangling()
        .ifPresent(
            keyword -> {
              throw new MalformedNetrcException(
                  Lines.number(text, keyword.start()),
                  "the last word wants a value, and would take the new entry for it");
            });
    byte[] lineEnd = new byte[0];
    if (text.length > netrc.start() && text[text.length - 1] != '\n') {
      lineEnd = ending;
    }
    boolean openMacro = netrc.macros().stream().anyMatch(macro -> !macro.closed());
    byte[] emptyLine = openMacro ? ending : new byte[0];
    return new Splice(text.length, text.length, concat(lineEnd, emptyLine, entry));
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
