package dev.keyport.netrc;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Changes the values of one entry, or adds those it lacks in the layout it has. */
final class EntryEdit {
  private static final byte[] INDENT = {' ', ' '};

  private final Netrc netrc;
  private final byte[] text;
  private final Entry entry;

  EntryEdit(Netrc netrc, Entry entry) {
    this.netrc = netrc;
    this.text = netrc.text();
    this.entry = entry;
  }

  /**
   * Sets both values; a value that is the same already keeps its bytes, quotes included.
   *
   * @param login empty to leave the entry without one
   */
  List<Splice> set(byte[] login, byte[] password) {
    List<Splice> splices = new ArrayList<>();
    for (Attribute attribute : entry.attributes()) {
      if (attribute.keyword() == Keyword.PASSWORD) {
        replace(attribute.value(), "password", password).ifPresent(splices::add);
      } else if (attribute.keyword().isLogin() && login.length > 0) {
        replace(attribute.value(), "login", login).ifPresent(splices::add);
      }
    }
    boolean addLogin = login.length > 0 && entry.login().isEmpty();
    boolean addPassword = entry.password().isEmpty();
    if (addLogin && addPassword) {
      splices.add(addBoth(attribute("login", login), attribute("password", password)));
    } else if (addLogin) {
      splices.add(before(firstAttribute(Keyword.PASSWORD), attribute("login", login)));
    } else if (addPassword) {
      splices.add(addPassword(attribute("password", password)));
    }
    return splices;
  }

  private Optional<Splice> replace(Token value, String role, byte[] wanted) {
    byte[] old = value.value(text);
    boolean same = Arrays.equals(old, wanted);
    Arrays.fill(old, (byte) 0);
    if (same) {
      return Optional.empty();
    }
    byte[] form = ValueForm.render(role, wanted);
    byte[] apart = form[0] == '"' ? new byte[0] : gapBefore(value.end());
    return Optional.of(new Splice(value.start(), value.end(), join(form, apart)));
  }

  /** A blank, where the next token stands right at a closing quote and would be run into. */
  private byte[] gapBefore(int at) {
    return at < text.length && !Lexer.isBlank(text[at]) ? new byte[] {' '} : new byte[0];
  }

  private static byte[] attribute(String keyword, byte[] value) {
    return join(Lines.ascii(keyword + " "), ValueForm.render(keyword, value));
  }

  private Attribute firstAttribute(Keyword keyword) {
    return entry.attributes().stream()
        .filter(attribute -> attribute.keyword() == keyword)
        .findFirst()
        .orElseThrow();
  }

  private Splice addBoth(byte[] login, byte[] password) {
    if (entry.attributes().isEmpty()) {
      int end = entry.headEnd();
      if (endsItsLine(end)) {
        byte[] newLine = join(netrc.lineEnding(), INDENT);
        return insert(Lines.contentEnd(text, end), newLine, login, newLine, password);
      }
      byte[] blank = {' '};
      return insert(end, blank, login, blank, password, gapBefore(end));
    }
    Attribute first = entry.attributes().get(0);
    return before(first, join(login, separator(first), password));
  }

  private Splice before(Attribute attribute, byte[] added) {
    return insert(attribute.word().start(), added, separator(attribute));
  }

  /** After the login; where there is none either, after the machine. */
  private Splice addPassword(byte[] password) {
    Optional<Attribute> login = entry.login();
    int end = login.map(attribute -> attribute.value().end()).orElse(entry.headEnd());
    byte[] separator = login.map(this::separator).orElseGet(() -> join(netrc.lineEnding(), INDENT));
    if (isSpace(separator[0])) {
      return insert(end, separator, password, gapBefore(end));
    }
    return endsItsLine(end)
        ? insert(Lines.contentEnd(text, end), separator, password)
        : insert(end, new byte[] {' '}, password, gapBefore(end));
  }

  /** What parts an attribute from what is before it: a line end and its indentation, or blanks. */
  private byte[] separator(Attribute attribute) {
    int start = attribute.word().start();
    int blanks = start;
    while (blanks > netrc.start() && isSpace(text[blanks - 1])) {
      blanks--;
    }
    byte[] indentation = Arrays.copyOfRange(text, blanks, start);
    if (Lines.isStart(text, blanks, netrc.start())) {
      return join(netrc.lineEnding(), indentation);
    }
    return indentation.length == 0 ? new byte[] {' '} : indentation;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  /** Whether nothing but blanks or a comment follows on the line. */
  private boolean endsItsLine(int at) {
    int next = at;
    while (next < text.length && Lexer.isBlank(text[next]) && text[next] != '\n') {
      next++;
    }
    return next == text.length || text[next] == '\n' || text[next] == '#';
  }

  private static Splice insert(int at, byte[]... parts) {
    return new Splice(at, at, join(parts));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
