package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes netrcs as odd as people's, and values as odd as their passwords. */
final class RandomNetrc {
  private static final List<String> HOSTS =
      List.of("h.example", "o.example", "[::1]", "H.Example", "z.example", "default", "machine");
  private static final List<String> LOGINS = List.of("ann", "bob", "password", "\"ann\"", "ann#1");
  private static final String ALPHABET = "ab1 \"\\#',;:/-_=+.\u00e9\u20ac\u00a0";
  private static final int MAX_VALUE = 12;

  private final Random random;
  private final String ending;

  RandomNetrc(Random random) {
    this.random = random;
    this.ending = random.nextInt(4) == 0 ? "\r\n" : "\n";
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** A value that can be written; never only what must be refused. */
  String value() {
    StringBuilder value = new StringBuilder();
    int length = 1 + random.nextInt(MAX_VALUE);
    for (int i = 0; i < length; i++) {
      value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return value.toString();
  }

  Credential credential() {
    Host host = Host.parse(pick(List.of("h.example", "o.example", "::1", "new.example")));
    return new Credential(host, pick(List.of("ann", "bob", "cyd")), Secret.of(value()));
  }

  /** Several entries, logins twice, shared lines, comments, macros, a default, sometimes a BOM. */
  byte[] file() {
    byte[] file = anyFile();
    // A file that ends with a keyword can't be added to, which is a case of its own.
    while (Parser.parse(file).dangling().isPresent()) {
      file = anyFile();
    }
    return file;
  }

  private byte[] anyFile() {
    StringBuilder file = new StringBuilder(oneIn(10) ? "\ufeff" : "");
    int entries = random.nextInt(6);
    for (int i = 0; i < entries; i++) {
      file.append(entry(pick(HOSTS), blank())).append(between());
    }
    if (oneIn(3)) {
      file.append("default").append(attributes(" ")).append(between());
    }
    if (oneIn(8)) {
      file.append(ending).append("macdef open").append(ending).append("  machine x");
    }
    return bytes(file);
  }

  /** One entry a host at most, each with a password that can be written again. */
  byte[] distinctFile() {
    StringBuilder file = new StringBuilder();
    for (String host : List.of("h.example", "o.example", "z.example")) {
      if (!oneIn(3)) {
        file.append("machine ").append(host).append(oneIn(3) ? "" : " login ann");
        file.append(" password p").append(random.nextInt(10)).append(ending);
      }
    }
    return bytes(file);
  }

  /** Nothing but whole lines, so that an added entry has lines of its own. */
  byte[] wholeLines() {
    StringBuilder file = new StringBuilder();
    int entries = random.nextInt(5);
    for (int i = 0; i < entries; i++) {
      file.append(oneIn(3) ? "# note" + ending : "");
      file.append(entry(pick(List.of("o.example", "z.example")), " ")).append(ending);
      file.append(oneIn(4) ? "macdef m" + ending + "  x" + ending + ending : "");
    }
    file.append(oneIn(3) ? "# others" + ending + "default login x password y" + ending : "");
    return bytes(file);
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String entry(String host, String blank) {
    String keyword = oneIn(6) ? "MACHINE" : "machine";
    return keyword + " " + host + attributes(blank);
  }

  private String attributes(String blank) {
    StringBuilder attributes = new StringBuilder();
    boolean login = !oneIn(5);
    boolean password = !oneIn(6);
    boolean reversed = oneIn(5);
    if (password && reversed) {
      attributes.append(blank).append("password ").append(fileValue());
    }
    if (login) {
      attributes.append(blank).append("login ").append(pick(LOGINS));
    }
    if (oneIn(6)) {
      attributes.append(blank).append(pick(List.of("account acc", "method interactive")));
    }
    if (password && !reversed) {
      attributes.append(blank).append("password ").append(fileValue());
    }
    return attributes.toString();
  }

  private String fileValue() {
    return pick(
        List.of(
            "p1",
            "\"two words\"",
            "login",
            "a#b",
            "\"q\\\"\\\\\"",
            "x\\",
            "\"#\"",
            "\"s3\"cret",
            "\"c\"#c"));
  }

  private String blank() {
    return pick(List.of(" ", ending + "  ", ending + "\t", "\t"));
  }

  private String between() {
    return pick(
        List.of(
            ending,
            ending,
            " ",
            ending + ending,
            "",
            " # trailing" + ending,
            ending + "# line" + ending,
            ending + "macdef m" + ending + "  machine h.example" + ending + ending));
  }
}
