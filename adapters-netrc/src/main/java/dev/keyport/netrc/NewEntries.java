package dev.keyport.netrc;

import dev.keyport.domain.credential.Host;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries that were not there: in the three lines that every reader understands, before what would
 * keep curl and git from reaching them.
 *
 * <p>An entry goes before the first one of its host; else before the default entry and the comments
 * right above it; else to the end. Of several at one place, those of a host stand last put first.
 */
final class NewEntries {
  private final Netrc netrc;
  private final byte[] text;
  private final Map<Entry, Deque<byte[]>> beforeFirst = new LinkedHashMap<>();
  private final List<byte[]> last = new ArrayList<>();

  NewEntries(Netrc netrc) {
    this.netrc = netrc;
    this.text = netrc.text();
  }

  /**
   * @param sameHost the entries that the host has
   * @param login empty for an entry without one
   */
  void add(Host host, List<Entry> sameHost, byte[] login, byte[] password) {
    byte[] entry = entry(host, login, password);
    if (sameHost.isEmpty()) {
      last.add(entry);
    } else {
      beforeFirst.computeIfAbsent(sameHost.get(0), first -> new ArrayDeque<>()).addFirst(entry);
    }
  }

  /**
   * The insertions.
   *
   * @throws MalformedNetrcException when one would be taken for the missing value of a keyword that
   *     ends the file
   */
  List<Splice> splices() {
    List<Splice> splices = new ArrayList<>();
    beforeFirst.forEach((first, entries) -> splices.add(before(first, false, concat(entries))));
    if (!last.isEmpty()) {
      byte[] entries = concat(last);
      Optional<Entry> catchAll = netrc.defaultEntry();
      splices.add(
          catchAll.map(entry -> before(entry, true, entries)).orElseGet(() -> atEnd(entries)));
    }
    return splices;
  }

  private byte[] entry(Host host, byte[] login, byte[] password) {
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
    out.writeBytes(netrc.lineEnding());
  }

  /** On the lines above; where the other shares its line, that line is broken before it. */
  private Splice before(Entry other, boolean aboveComments, byte[] entries) {
    int line = Lines.blanksBefore(text, other.start(), netrc.start());
    if (!Lines.isStart(text, line, netrc.start())) {
      return new Splice(line, other.start(), concat(List.of(netrc.lineEnding(), entries)));
    }
    int at = aboveComments ? aboveComments(line) : line;
    return new Splice(at, at, entries);
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

  private Splice atEnd(byte[] entries) {
    netrc
        .dangling()
        .ifPresent(
            keyword -> {
              throw new MalformedNetrcException(
                  Lines.number(text, keyword.start()),
                  "the last word wants a value, and would take the new entry for it");
            });
    byte[] none = {};
    boolean openLine = text.length > netrc.start() && text[text.length - 1] != '\n';
    byte[] lineEnd = openLine ? netrc.lineEnding() : none;
    byte[] emptyLine = netrc.hasOpenMacro() ? netrc.lineEnding() : none;
    return new Splice(text.length, text.length, concat(List.of(lineEnd, emptyLine, entries)));
  }

  private static byte[] concat(Collection<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
