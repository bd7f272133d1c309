package dev.keyport.netrc;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A netrc, read: its own bytes, and where in them everything stands. Printing the bytes gives the
 * file back whole.
 */
final class Netrc {
  private final byte[] text;
  private final int start;
  private final Charset charset;
  private final List<Entry> entries;
  private final List<Macro> macros;
  private final List<Token> comments;
  private final List<Token> strayWords;
  private final Optional<Token> dangling;

  Netrc(
      byte[] text,
      int start,
      Charset charset,
      List<Entry> entries,
      List<Macro> macros,
      List<Token> comments,
      List<Token> strayWords,
      Optional<Token> dangling) {
    this.text = text;
    this.start = start;
    this.charset = charset;
    this.entries = List.copyOf(entries);
    this.macros = List.copyOf(macros);
    this.comments = List.copyOf(comments);
    this.strayWords = List.copyOf(strayWords);
    this.dangling = dangling;
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

  List<Entry> entries() {
    return entries;
  }

  List<Macro> macros() {
    return macros;
  }

  List<Token> comments() {
    return comments;
  }

  /** Words that belong to no entry, and the values of those that are keywords. */
  List<Token> strayWords() {
    return strayWords;
  }

  /** A keyword at the end of the file whose value is missing. */
  Optional<Token> dangling() {
    return dangling;
  }

  /** The entries of exactly this host, in the order of the file; never the default one. */
  List<Entry> entriesOf(Host host) {
    String name = host.toString();
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (!entry.isDefault() && machineName(entry).equals(name)) {
        found.add(entry);
      }
    }
    return found;
  }

  Optional<Entry> defaultEntry() {
    return entries.stream().filter(Entry::isDefault).findFirst();
  }

  /** Lower case, without brackets round an IPv6 address; empty for the default entry. */
  String machineName(Entry entry) {
    String name = entry.machine().map(this::string).orElse("").toLowerCase(Locale.ROOT);
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
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
