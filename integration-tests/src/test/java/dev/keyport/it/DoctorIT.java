package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** doctor says what is wrong, where, who is misled and how to mend it, and changes nothing. */
class DoctorIT {
  private static final String ENTRY = "machine one.example.com\n  login a\n  password b\n";
  private static final String NO_BUS = "unix:path=/nonexistent/bus";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void emptyHomeIsWellAndStaysEmpty() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    Outcome outcome = keyport.run("doctor");

    assertThat(outcome).succeeds().tellsNothing();
    assertThat(outcome.stdout().lines()).allMatch(line -> line.matches("(\u2713 ok| ) .*"));
    assertThat(keyport.home().files()).isEmpty();
  }

  @Test
  void loginIsWellAndKeptByteForByte() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String before = keyport.home().read(".netrc");

    Outcome outcome = keyport.run("doctor", "--json");

    assertThat(outcome).succeeds().tellsNothing().showsNoSecret();
    assertThat(codes(outcome.json()))
        .contains("store-ready", "trial-write", "api-reached", "rate-limit");
    assertThat(keyport.home().read(".netrc")).isEqualTo(before);

    String left = "machine keyport-probe.invalid\n  login keyport-doctor\n  password p\n";
    keyport.home().write(".netrc", before + left);
    Outcome after = keyport.run("doctor", "--json");
    assertThat(after).succeeds().tellsNothing();
    assertThat(codes(after.json())).contains("probe-removed", "trial-write");
    assertThat(keyport.home().read(".netrc")).isEqualTo(before);
  }

  @Test
  void whatOthersStumbleOverHasItsLineAndMendAndStays() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String text =
        "default login x password y\r\n\n#old one\n"
            + ENTRY
            + "  protocol https\nmachine one.example.com password b login a\n# old machine\n";
    Path netrc = keyport.home().write(".netrc", text);

    Outcome outcome = keyport.run("doctor");

    assertThat(outcome).succeeds().tellsNothing();
    String shown = outcome.stdout().replaceAll("\\s+", " ");
    assertThat(shown).contains("! warning store netrc: ");
    warns(shown, netrc, 1, "default is not the last entry", "move it to the end");
    warns(shown, netrc, 1, "the line ends with CR LF", "end lines with LF alone");
    warns(shown, netrc, 3, "a comment follows an empty line", "put it right below another line");
    warns(shown, netrc, 7, "there is a word that is no keyword", "remove the word");
    warns(shown, netrc, 8, "the host has an entry already", "keep one entry a host");
    warns(shown, netrc, 8, "the password stands before the login", "put the login first");
    warns(shown, netrc, 9, "a comment has the word machine", "remove the comment");
    assertThat(outcome.stdout().lines())
        .allMatch(line -> line.length() <= 80 || !line.strip().contains(" "));
    assertThat(keyport.home().read(".netrc")).isEqualTo(text);
  }

  private static void warns(String shown, Path file, int line, String what, String mend) {
    String sentence = "warning: " + file + ", line " + line + ": " + what;
    assertThat(shown).contains(sentence);
    assertThat(shown.substring(shown.indexOf(sentence)))
        .as("what follows \"%s\"", what)
        .matches("(?s)[^!]*? mend: \\Q" + mend + "\\E.*");
  }

  @Test
  void corruptNetrcIsNamedByLine() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String text = ENTRY + "machine two.example.com password \"c\n";
    Path netrc = keyport.home().write(".netrc", text);

    assertThat(keyport.run("doctor").stdout().replaceAll("\\s+", " "))
        .contains("\u2717 failure store netrc", netrc + ", line 4", "mend: mend the line");
    Outcome json = keyport.run("doctor", "--json");
    assertThat(json).endsWith(113).tellsNothing();
    JsonNode failure = finding(json.json(), "store-corrupt");
    assertThat(failure.path("file").asString()).isEqualTo(netrc.toString());
    assertThat(failure.path("line").asInt()).isEqualTo(4);
    assertThat(keyport.home().read(".netrc")).isEqualTo(text);
  }

  @Test
  void modesAreNamedAndNotChanged() throws IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    Path netrc = keyport.home().write(".netrc", ENTRY);

    Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-r--r--"));
    Outcome readable = keyport.run("doctor", "--json");
    assertThat(readable).succeeds().tellsNothing();
    assertThat(finding(readable.json(), "netrc-readable-by-others").path("mend").asString())
        .isEqualTo("chmod 600 " + netrc);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(netrc)))
        .isEqualTo("rw-r--r--");

    Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-rw-rw-"));
    Outcome writable = keyport.run("doctor", "--json");
    assertThat(writable).endsWith(111);
    assertThat(finding(writable.json(), "store-unavailable").path("mend").asString())
        .contains("chmod 600 " + netrc);
  }

  @Test
  void folderThatCannotBeWrittenFailsTheTrial() throws IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Unwritable place = Unwritable.withoutPermission(folder.resolve("place"), ENTRY)) {
      Outcome outcome =
          keyport.by(place.prefix()).run("doctor", "--store", "netrc:" + place.netrc(), "--json");

      assertThat(outcome).endsWith(111).tellsNothing();
      assertThat(Files.readString(place.netrc())).isEqualTo(ENTRY);
      assertThat(place.names()).isEqualTo(place.namesBefore());
    }
  }

  /** Of the environment, these tests pass on nothing that names a session bus. */
  @Test
  void absentKeychainFailsWhereLoginsGoToItAndIsPassedOverElsewhere() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    Outcome first = keyport.run("doctor", "--store", "keychain,netrc", "--json");
    assertThat(first).endsWith(111).tellsNothing();
    assertThat(statuses(first.json())).containsExactly("failure", "ok");
    assertThat(finding(first.json(), "store-unavailable").path("mend").isNull()).isFalse();

    Outcome second = keyport.run("doctor", "--store", "netrc,keychain", "--json");
    assertThat(second).succeeds().tellsNothing();
    assertThat(statuses(second.json())).containsExactly("ok", "warning");
    assertThat(codes(second.json())).contains("store-passed-over");
  }

  @Test
  void keychainThatCannotBeReachedFailsWhereverItStands() {
    KeyportProcess keyport = SANDBOX.keyport(folder).with("DBUS_SESSION_BUS_ADDRESS", NO_BUS);

    Outcome outcome = keyport.run("doctor", "--store", "netrc,keychain", "--json");

    assertThat(outcome).endsWith(111).tellsNothing();
    assertThat(statuses(outcome.json())).containsExactly("ok", "failure");
  }

  /** Of the stores in use, in their order. */
  private static List<String> statuses(JsonNode document) {
    return document
        .path("checks")
        .valueStream()
        .filter(check -> check.path("id").asString().startsWith("store:"))
        .map(check -> check.path("status").asString())
        .toList();
  }

  private static List<String> codes(JsonNode document) {
    return findings(document).stream().map(found -> found.path("code").asString()).toList();
  }

  private static JsonNode finding(JsonNode document, String code) {
    return findings(document).stream()
        .filter(found -> found.path("code").asString().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + code + " among " + codes(document)));
  }

  private static List<JsonNode> findings(JsonNode document) {
    return document
        .path("checks")
        .valueStream()
        .flatMap(check -> check.path("findings").valueStream())
        .toList();
  }
}
