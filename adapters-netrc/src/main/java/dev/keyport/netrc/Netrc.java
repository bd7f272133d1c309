package dev.keyport.netrc;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A netrc, read: its own bytes, and where in them everything stands. Printing the bytes gives the
 * file back whole. What is asked for is made of those on the spot, so that finding one entry of
 * many costs one.
 */
final class Netrc {
  private final byte[] text;
  private final int start;
  private final Charset charset;
  private final Outline outline;
  private final byte[] lineEnding;

  Netrc(byte[] text, int start, Charset charset, Outline outline) {
    this.text = text;
    this.start = start;
    this.charset = charset;
    this.outline = outline;
    this.lineEnding = Lines.ending(text);
  }

  /** The file's own bytes, not a copy. */
  byte[] text() {
    return text;
  }

  /** Where the text begins: after a byte order mark. */
  int start() {
    return start;
  }

  Charset charset() {
    return charset;
  }

  /** How its first line ends; LF when there is only one. Not a copy. */
  byte[] lineEnding() {
    return lineEnding;
  }

  /** In the order of the file; each is read anew when it is asked for. */
  List<Entry> entries() {
    return outline.entries().list(this::entry);
  }

  private Entry entry(int index) {
    return Entry.of(text, outline.entries().start(index), outline.entries().end(index));
  }

  List<Macro> macros() {
    Spans macros = outline.macros();
    return macros.list(
        i -> new Macro(macros.start(i), macros.end(i), i < macros.size() - 1 || !hasOpenMacro()));
  }

  /** Whether the last macro runs to the end of the file, for want of an empty line. */
  boolean hasOpenMacro() {
    return outline.openMacro();
  }

  List<Token> comments() {
    Spans comments = outline.comments();
    return comments.list(i -> new Token(Token.Kind.COMMENT, comments.start(i), comments.end(i)));
  }

  /** Words that belong to no entry, and the values of those that are keywords. */
  List<Token> strayWords() {
    Spans words = outline.strayWords();
    return words.list(i -> Token.of(text, words.start(i), words.end(i)));
  }

  /** A keyword at the end of the file whose value is missing. */
  Optional<Token> dangling() {
    return outline.dangling();
  }

  /** The entries of exactly this host, in the order of the file; never the default one. */
  List<Entry> entriesOf(Host host) {
    HostName name = new HostName(host, charset);
    Spans names = outline.names();
    List<Entry> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (name.isAt(text, names.start(i), names.end(i))) {
        found.add(entry(i));
      }
    }
    return found;
  }

  /** The entries of each of these hosts, found in one pass; a host without any has none. */
  Map<Host, HostEntries> entriesOf(Collection<Host> hosts) {
    Map<String, HostEntries> byName = new HashMap<>();
    Map<Host, HostEntries> byHost = new HashMap<>();
    for (Host host : hosts) {
      byHost.put(host, byName.computeIfAbsent(host.toString(), name -> new HostEntries(this)));
    }
    Spans names = outline.names();
    for (int i = 0; i < names.size(); i++) {
      HostEntries entries = byName.get(HostName.of(text, names.start(i), names.end(i), charset));
      if (entries != null) {
        entries.add(entry(i));
      }
    }
    return byHost;
  }

  Optional<Entry> defaultEntry() {
    Spans names = outline.names();
    for (int i = 0; i < names.size(); i++) {
      if (names.start(i) == names.end(i)) {
        return Optional.of(entry(i));
      }
    }
    return Optional.empty();
  }

  /** Lower case, without brackets round an IPv6 address; empty for the default entry. */
  String machineName(Entry entry) {
    return entry
        .machine()
        .map(name -> HostName.of(text, name.start(), name.end(), charset))
        .orElse("");
  }

  /** The login; empty where the entry names none. */
  String login(Entry entry) {
    return entry.login().map(attribute -> string(attribute.value())).orElse("");
  }

  /** Whether the entry has exactly this login; empty means none. */
  boolean hasLogin(Entry entry, String login) {
    return login(entry).equals(login);
  }

  /** The host's first entry with a password, as a program that names no login is answered. */
  Optional<Entry> find(Host host) {
    for (Entry entry : entriesOf(host)) {
      if (entry.password().isPresent()) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /**
   * The entry that answers for a login: the first that has exactly this one, else the first that
   * names none and so serves everyone; never another login's.
   */
  Optional<Entry> find(Host host, String login) {
    Entry everyones = null;
    for (Entry entry : entriesOf(host)) {
      if (entry.password().isPresent() && hasLogin(entry, login)) {
        return Optional.of(entry);
      }
      if (everyones == null && entry.password().isPresent() && hasLogin(entry, "")) {
        everyones = entry;
      }
    }
    return Optional.ofNullable(everyones);
  }

  Optional<Secret> password(Entry entry) {
    return entry.password().map(attribute -> secret(attribute.value()));
  }

  Optional<String> account(Entry entry) {
    return entry.account().map(attribute -> string(attribute.value()));
  }

  private String string(Token token) {
    return new String(token.value(text), charset);
  }

  private Secret secret(Token token) {
    byte[] bytes = token.value(text);
    CharBuffer chars = charset.decode(ByteBuffer.wrap(bytes));
    Secret secret = Secret.of(chars);
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(chars.array(), '\0');
    return secret;
  }
}
