package dev.keyport.it.readers;

import java.util.ArrayList;
import java.util.List;

/** The credentials and files that every reader is tried with. */
final class Samples {
  /** What no reader gives a meaning to. */
  private static final String SAFE_PUNCTUATION = "!$%&'()*+-./:;<=>?@[]^_{|}~`";

  private static final String NO_BREAK_SPACE = "\u00a0";
  private static final List<String> MEANINGFUL = List.of("a", " ", "\"", "#", "\\", "/", ",");
  private static final int SIGNS_A_SAMPLE = 4;
  private static final int LONGEST = 4000;

  private Samples() {}

  /** Those for every program. */
  static List<Sample> all() {
    List<Sample> all = new ArrayList<>(values());
    all.addAll(reservedWords());
    all.addAll(hosts());
    all.addAll(files());
    return all;
  }

  /**
   * Further ones, for programs that read many files in one run: every value of one or two of the
   * characters that someone gives a meaning to, and all others in all places.
   */
  static List<Sample> further() {
    List<Sample> samples = punctuation();
    for (String first : MEANINGFUL) {
      samples.add(Sample.secret("[" + first + "]", first));
      for (String second : MEANINGFUL) {
        samples.add(Sample.secret("[" + first + second + "]", first + second));
      }
    }
    return samples;
  }

  private static List<Sample> values() {
    return List.of(
        Sample.secret("a token", "HRKU-AA0123456789abcdefghijklmnopqrstuvwxyz_-"),
        Sample.secret("one letter", "x"),
        Sample.secret("all safe punctuation", SAFE_PUNCTUATION),
        Sample.secret("a space", "two words"),
        Sample.secret("spaces around", " two words "),
        Sample.secret("a space and a quote mark", "two \"words"),
        Sample.secret("a space and a backslash", "two wo\\rds"),
        Sample.secret("a space and a slash before a backslash", "two wo/\\rds"),
        Sample.secret("a space and a backslash before a slash", "two wo\\/rds"),
        Sample.secret("a space and a backslash before n", "two\\n words"),
        Sample.secret("a space and a number sign", "two #words"),
        Sample.secret("a space and a comma", "two, words"),
        Sample.secret("a quote mark first", "\"quoted"),
        Sample.secret("quote marks around", "\"quoted\""),
        Sample.secret("a quote mark inside", "in\"ner"),
        Sample.secret("a quote mark last", "last\""),
        Sample.secret("a number sign first", "#hash"),
        Sample.secret("a number sign inside", "in#ner"),
        Sample.secret("a number sign last", "last#"),
        Sample.secret("a number sign alone", "#"),
        Sample.secret("a backslash inside", "in\\ner"),
        Sample.secret("two backslashes inside", "in\\\\ner"),
        Sample.secret("a backslash first", "\\first"),
        Sample.secret("a backslash last", "last\\"),
        Sample.secret("two backslashes last", "last\\\\"),
        Sample.secret("a backslash alone", "\\"),
        Sample.secret("a backslash before a quote mark", "in\\\"ner"),
        Sample.secret("a slash before a backslash", "in/\\ner"),
        Sample.secret("a backslash before a slash", "in\\/ner"),
        Sample.secret("a comma inside", "in,ner"),
        Sample.secret("a comma last", "last,"),
        Sample.secret("99 bytes", "x".repeat(99)),
        Sample.secret("100 bytes", "x".repeat(100)),
        Sample.secret("129 bytes", "x".repeat(129)),
        Sample.secret("4000 bytes", "x".repeat(LONGEST)),
        Sample.secret("letters outside ASCII", "p\u00e4ss\u20ac\ud83d\ude00"),
        Sample.secret("a no-break space", "in" + NO_BREAK_SPACE + "ner"),
        Sample.secret("an ideographic space", "in\u3000ner"),
        Sample.secret("a letter outside ASCII and a space", "two w\u00f6rds"),
        Sample.login("a space", "ann b"),
        Sample.login("a plus sign and an at sign", "ann+dev@example.com"),
        Sample.login("a number sign", "ann#b"),
        Sample.login("a comma", "ann,b"),
        Sample.login("a letter outside ASCII", "zo\u00eb"));
  }

  /** Each sign beside others, in the secret and in a login; each group begins and ends a value. */
  private static List<Sample> punctuation() {
    List<Sample> samples = new ArrayList<>();
    for (int at = 0; at < SAFE_PUNCTUATION.length(); at += SIGNS_A_SAMPLE) {
      int end = Math.min(at + SIGNS_A_SAMPLE, SAFE_PUNCTUATION.length());
      String signs = SAFE_PUNCTUATION.substring(at, end);
      String reversed = new StringBuilder(signs).reverse().toString();
      String secret = signs + "a" + signs + signs + "b" + reversed;
      // HTTP Basic ends a login at the first colon.
      String login = secret.replace(":", "");
      samples.add(new Sample("the signs " + signs, "", Sample.HOST, login, secret));
    }
    return samples;
  }

  private static List<Sample> reservedWords() {
    return List.of(
        new Sample("machine, default", "", Sample.HOST, "machine", "default"),
        new Sample("default, machine", "", Sample.HOST, "default", "machine"),
        new Sample("login, password", "", Sample.HOST, "login", "password"),
        new Sample("password, login", "", Sample.HOST, "password", "login"),
        new Sample("account, macdef", "", Sample.HOST, "account", "macdef"),
        new Sample("macdef, user", "", Sample.HOST, "macdef", "user"));
  }

  private static List<Sample> hosts() {
    return List.of(
        Sample.host("a name", "api.heroku.com"),
        Sample.host("a name in upper case", "API.Heroku.COM"),
        Sample.host("a name without dots", "localhost"),
        Sample.host("a name with digits and hyphens", "3-a.x--y.example"),
        Sample.host("an IPv6 address", "2001:db8::1").lostTo("requests before 2.32.4"),
        Sample.host("an IPv6 address in brackets", "[::1]").lostTo("requests before 2.32.4"));
  }

  private static List<Sample> files() {
    return List.of(
        Sample.in("an empty file", "\n"),
        Sample.in("no line end", "machine o.example login o password one"),
        Sample.in(
            "comments", "# Mine.\n# All.\nmachine o.example login o password one\n# The end.\n"),
        Sample.in(
            "comments after empty lines",
            "# Mine.\n\nmachine o.example login o password one\n\n# The end.\n"),
        Sample.in(
            "a default entry before its own",
            "default login g password g\nmachine 127.0.0.1 login ann@example.com password old\n"),
        new Sample(
            "its entry, the name in upper case",
            "machine LocalHost login ann password old\n",
            "localhost",
            "ann",
            "n3w"),
        Sample.in("a default entry", "default login guest password guest\n"),
        Sample.in(
            "a default entry with a comment",
            """
            machine o.example
              login o
              password one

            # all else
            default
              login g
              password guest
            """),
        Sample.in(
            "a macro", "machine o.example login o password one\nmacdef get\ncd /pub\nbin\n\n"),
        Sample.in("a macro that is open", "machine o.example login o password one\nmacdef get\ncd"),
        Sample.in(
            "other entries",
            """
            machine a.example
              login a
              password one
            machine z.example
              login z
              password two
            """),
        Sample.in(
            "its entry, in one line", "machine 127.0.0.1 login ann@example.com password old\n"),
        Sample.in(
            "its entry, indented with tabs",
            "machine\t127.0.0.1\n\tlogin\tann@example.com\n\tpassword\told\n"),
        Sample.in("another login's entry", "machine 127.0.0.1\n  login bob\n  password old\n"),
        Sample.in("an entry without a login", "machine 127.0.0.1\n  password old\n"),
        Sample.in("an entry without a password", "machine 127.0.0.1\n  login ann@example.com\n"),
        Sample.in(
            "its entry twice",
            """
            machine 127.0.0.1 login ann@example.com password a
            machine o.example login o password one
            machine 127.0.0.1 login ann@example.com password b
            """),
        Sample.in(
            "several logins of the host",
            "machine 127.0.0.1 login bob password b\nmachine 127.0.0.1 login cyd password c\n"),
        Sample.in("an account", "machine 127.0.0.1 login ann@example.com account a password old\n"),
        Sample.in("a quoted value", "machine 127.0.0.1 login \"ann\" password \"two words\"\n"),
        Sample.in("CR LF", "machine o.example\r\n  login o\r\n  password one\r\n"),
        Sample.in("a byte order mark", "\ufeffmachine o.example\n  login o\n  password one\n")
            .lostTo("JGit, npm's netrc"));
  }
}
