package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.error.Place;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreWarning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LintTest {
  private static final String ANN = "machine h.example\n  login ann\n  password s3cret\n";
  private static final String ANN_CRLF = ANN.replace("\n", "\r\n");

  @TempDir Path home;
  private StoreFixture fixture = new StoreFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new StoreFixture(home);
  }

  private StoreStatus.Ready status() {
    return (StoreStatus.Ready) fixture.open().status();
  }

  private List<StoreWarning> warnings(String text) throws IOException {
    return warnings(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<StoreWarning> warnings(byte[] text) throws IOException {
    Files.write(fixture.netrc(), text);
    StoreFixture.mode(fixture.netrc(), "rw-------");
    return status().warnings();
  }

  /** A kind, a netrc that has it, and the first line that does. */
  static Stream<Arguments> samples() {
    return Stream.of(
        Arguments.of("byte-order-mark", "\ufeff" + ANN, 1),
        Arguments.of("crlf", ANN_CRLF, 1),
        Arguments.of("crlf", ANN + "machine o.example\r\n  login a\n  password b\n", 4),
        Arguments.of("large-file", (ANN.replace("h.", "a.") + "\n").repeat(3000) + ANN, 1),
        Arguments.of("huge-line", ANN + "# " + "x".repeat(16 * 1024) + "\n", 4),
        Arguments.of("long-line", ANN + " ".repeat(4090) + "login ann\n", 4),
        Arguments.of("long-line", ANN + " ".repeat(4086) + "login ann", 4),
        Arguments.of("long-value", ANN.replace("s3cret", "x".repeat(4000)), 3),
        Arguments.of("long-value", "machine " + "x".repeat(4000) + " login a password b\n", 1),
        Arguments.of("unknown-word", ANN + "  method interactive\n", 4),
        Arguments.of("unknown-word", "stray\n" + ANN, 1),
        Arguments.of("outside-entry", "# o\nlogin ann password s3cret\n" + ANN, 2),
        Arguments.of("outside-entry", "macdef m\n\npassword s3cret\n" + ANN, 3),
        Arguments.of("comment-read", ANN + "\n# two words\n", 5),
        Arguments.of("comment-read", ANN + " \t\n  #two words\n", 5),
        Arguments.of("comment-read", ANN.replace("cret", "cret ") + "# two words\n", 4),
        Arguments.of("comment-read", ANN.replace("s3cret", "\"s 3\"") + "# two words\n", 4),
        Arguments.of("comment-read", "# one of\n\n# two words\n" + ANN, 3),
        Arguments.of("comment-read", "\n# two words\n" + ANN, 2),
        Arguments.of("comment-read", "#two words\n" + ANN, 1),
        Arguments.of("comment-read", "macdef m\n  x\n\n#two words\n" + ANN, 4),
        Arguments.of("upper-case-host", ANN.replace("h.e", "h.E"), 1),
        Arguments.of("macro", ANN + "macdef m\n  x\n\n", 4),
        Arguments.of("machine-in-comment", "# o\n# old: machine h.example\n" + ANN, 2),
        Arguments.of("machine-in-comment", "#machine h.example\n" + ANN, 1),
        Arguments.of("keyword-in-comment", "machine h.example login a password b # login c\n", 1),
        Arguments.of("crlf-comment", "machine h.example login a password b # c\r\n", 1),
        Arguments.of("macro-not-closed", ANN + "macdef m\n  x\n", 4),
        Arguments.of("machine-in-macro", "macdef m\n  machine x\n\n" + ANN, 1),
        Arguments.of("default-not-last", "default login g password q\n" + ANN, 1),
        Arguments.of("duplicate-host", ANN + "machine H.example login bob password b\n", 4),
        Arguments.of("no-password", "\nmachine o.example login x\n" + ANN, 2),
        Arguments.of("password-first", "machine h.example password s3cret login ann\n", 1),
        Arguments.of("shared-line", "machine a.example login a password b " + ANN, 1),
        Arguments.of("not-utf8", "# gr\u00fc\u00df\n" + ANN, 2));
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("samples")
  void eachKindIsNamedWithItsLineWhoIsMisledAndTheMend(String kind, String text, int line)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (kind.equals("not-utf8")) {
      bytes = (text + "# m\u00fcll\n").getBytes(StandardCharsets.UTF_8);
      bytes = latin1FromSecondLine(bytes);
    }

    assertThat(warnings(bytes))
        .filteredOn(warning -> warning.code().equals("netrc-" + kind))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.place()).contains(Place.of(fixture.netrc(), line));
              assertThat(warning.misled()).isPresent();
              assertThat(warning.mend()).isPresent();
              assertThat(warning.sentence())
                  .startsWith(fixture.netrc() + ", line " + line + ": ")
                  .doesNotContain("s3cret", "FILE");
            });
  }

  /** The first line stays UTF-8; the second gets a byte that is not. */
  private static byte[] latin1FromSecondLine(byte[] utf8) {
    byte[] bytes = utf8.clone();
    int second = 0;
    while (bytes[second] != '\n') {
      second++;
    }
    bytes[second + 1] = (byte) 0xfc;
    return bytes;
  }

  @Test
  void everyKindHasASample() {
    assertThat(samples().map(sample -> "" + sample.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(LintKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void whatEveryoneReadsIsNotSpokenOf(String text) throws IOException {
    assertThat(warnings(text)).isEmpty();
  }

  static Stream<String> harmless() {
    return Stream.of(
        "# top of it\n"
            + ANN
            + "# the next\n# and more\n\n#one\nmachine o.example login x password y\n"
            + "default login g password q\n",
        "",
        ANN + "#word\n",
        ANN + "\n#word\n",
        ANN + "#two words\n#\n",
        "machine h.example login a password b # c\n",
        "machine o.example login x password y\nmachine h.example login a\n",
        "# gr\u00fc\u00df\n" + ANN,
        ANN.replace("s3cret", "x".repeat(3999)),
        "# " + "x".repeat(5000) + "\n" + ANN,
        ANN + " ".repeat(4085) + "account x\n",
        "#\n" + ("# " + "x".repeat(1000) + "\n").repeat(200) + ANN);
  }

  @Test
  void aKindIsNamedOnceWithTheNumberOfFurtherLines() throws IOException {
    assertThat(warnings(ANN + "  method interactive\n")).singleElement().matches(w -> !more(w));
    assertThat(warnings(ANN + "  method interactive\n  protocol https\n"))
        .singleElement()
        .extracting(StoreWarning::what)
        .asString()
        .endsWith(" (and on 1 more line)");
    assertThat(warnings("stray\n" + ANN + "  protocol https\n  port 1\n"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.what()).endsWith(" (and on 2 more lines)");
              assertThat(warning.place()).contains(Place.of(fixture.netrc(), 1));
            });
  }

  private static boolean more(StoreWarning warning) {
    return warning.what().contains("more line");
  }

  @Test
  void warningsStandInTheOrderOfTheLines() throws IOException {
    assertThat(warnings("machine a.example password b login a\n\n# a b\n" + ANN + " method x\n"))
        .extracting(StoreWarning::code)
        .containsExactly("netrc-password-first", "netrc-comment-read", "netrc-unknown-word");
  }

  /** Each line is spoken of in several ways; counting anew for each would take minutes. */
  @Test
  void aLargeFileIsLookedThroughOnce() throws IOException {
    String lines = "\n#machine\nmachine h.example password b login a x\n";

    assertThat(warnings(lines.repeat(100_000)))
        .filteredOn(warning -> warning.code().equals("netrc-unknown-word"))
        .singleElement()
        .extracting(StoreWarning::what)
        .asString()
        .contains("99999 more lines");
  }

  @Test
  void noWarningHasASecret() throws IOException {
    assertThat(warnings("machine h.example password s3cret-canary login ann s3cret-canary\n"))
        .isNotEmpty()
        .noneMatch(warning -> warning.toString().contains("canary"));
  }

  @Test
  void aModeThatOnlyRubyMindsIsSaidAndNotMendedByATrial() throws IOException {
    fixture.write(ANN);
    assertThat(status().noTrial()).isEmpty();

    StoreFixture.mode(fixture.netrc(), "r--------");

    assertThat(status().warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("netrc-mode");
              assertThat(warning.sentence()).contains("0400", "Ruby");
              assertThat(warning.mend()).contains("chmod 600 " + fixture.netrc());
            });
    assertThat(status().noTrial()).isPresent();
  }

  @Test
  void aFileThatOthersReadIsSaidAndNotMendedByATrial() throws IOException {
    fixture.write(ANN);
    StoreFixture.mode(fixture.netrc(), "rw-r-----");

    assertThat(status().warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("netrc-readable-by-others");
              assertThat(warning.sentence()).contains("0640", "Python");
              assertThat(warning.mend()).contains("chmod 600 " + fixture.netrc());
            });
    assertThat(status().noTrial()).isPresent();
  }

  @Test
  void anotherUsersFileIsSaidToRoot() throws IOException {
    fixture.write(ANN);
    Assumptions.assumeTrue(
        Integer.valueOf(0).equals(Files.getAttribute(home, "unix:uid")), "only root may chown");
    Files.setAttribute(fixture.netrc(), "unix:uid", 12345);

    assertThat(status().warnings()).extracting(StoreWarning::code).containsExactly("netrc-owner");
  }

  @Test
  void theVariableIsSaidToBeIgnoredBySome() throws IOException {
    fixture.write(ANN);
    fixture.with("NETRC", fixture.netrc().toString());

    assertThat(status().warnings())
        .singleElement()
        .extracting(StoreWarning::sentence)
        .asString()
        .contains("NETRC", "git");
  }

  @Test
  void aMissingFileIsNotMadeByATrial() {
    assertThat(status().noTrial()).isPresent();
    assertThat(fixture.netrc()).doesNotExist();
  }
}
