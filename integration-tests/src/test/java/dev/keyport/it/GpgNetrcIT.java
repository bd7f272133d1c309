package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Only {@code ~/.netrc.gpg} is there, and a real gpg. */
class GpgNetrcIT {
  private static final String FILE = ".netrc.gpg";
  private static final String PLAIN = "# mine\nmachine example.com login ann password kept\n";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;
  private Path gpgHome = Path.of("");

  @BeforeEach
  void makeGpgHome() throws IOException {
    Needed.command("gpg");
    Needed.command("gpg-agent");
    // Not in the test's folder: the path of the agent's socket has to be short.
    gpgHome = Files.createTempDirectory("kp");
  }

  @AfterEach
  void endAgent() throws IOException {
    if (gpgHome.isAbsolute()) {
      ProcessBuilder kill = new ProcessBuilder("gpgconf", "--kill", "all");
      kill.environment().put("GNUPGHOME", gpgHome.toString());
      Processes.run(kill, "", "gpgconf");
      try (Stream<Path> found = Files.walk(gpgHome)) {
        for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /** A home whose netrc is encrypted to a key with this passphrase, and locked. */
  private KeyportProcess keyport(String passphrase) {
    KeyportProcess keyport = SANDBOX.keyport(folder).with("GNUPGHOME", gpgHome.toString());
    keyport.home().write("plain", PLAIN);
    assertThat(
            keyport.shell(
                "gpg --batch --quiet --pinentry-mode loopback --passphrase '"
                    + passphrase
                    + "' --quick-generate-key ann@example.test future-default default never"
                    + " && umask 077 && gpg --batch --quiet --encrypt --recipient ann@example.test"
                    + " --output "
                    + FILE
                    + " plain && rm plain && gpgconf --kill all"))
        .succeeds();
    return keyport;
  }

  private static Outcome decrypted(KeyportProcess keyport) {
    return keyport.shell("gpg --batch --quiet --decrypt " + FILE);
  }

  @Test
  void loginLivesInTheEncryptedFileAndNothingElseChanges() throws IOException {
    KeyportProcess keyport = keyport("");

    assertThat(SANDBOX.logIn(keyport)).succeeds().tells("is encrypted");
    assertThat(
            keyport.runWithInput(
                "s3cret", "credentials:put", "x.example", "--login", "bob", "--password-stdin"))
        .succeeds();

    assertThat(keyport.run("auth:token")).succeeds().answers(Secrets.TOKEN + "\n");
    assertThat(keyport.run("whoami")).succeeds().answers("dev@example.com\n");
    assertThat(keyport.run("credentials:get", "x.example")).succeeds().answers("s3cret\n");
    assertThat(keyport.run("credentials:get", "example.com")).succeeds().answers("kept\n");
    assertThat(decrypted(keyport).stdout()).contains(Secrets.TOKEN, "machine x.example", PLAIN);
    assertThat(keyport.home().files()).contains(FILE).doesNotContain(".netrc");
    for (String file : keyport.home().files()) {
      String bytes = Files.readString(keyport.home().file(file), StandardCharsets.ISO_8859_1);
      assertThat(Secrets.anyIn(SANDBOX.secrets().mask(bytes))).as(file).isFalse();
    }

    assertThat(keyport.run("accounts:import", "work", "--from", "netrc:~/" + FILE))
        .succeeds()
        .answers("work: dev@example.com\n");
    assertThat(keyport.run("whoami", "--profile", "work")).succeeds().answers("dev@example.com\n");

    assertThat(keyport.run("credentials:remove", "x.example")).succeeds();
    assertThat(keyport.run("logout")).succeeds();
    assertThat(decrypted(keyport)).answers(PLAIN);
  }

  @Test
  void aLockedKeyFailsAtOnceAndNothingIsSent() {
    KeyportProcess keyport = keyport("a passphrase");

    assertThat(keyport.run("credentials:get", "example.com"))
        .endsWith(110)
        .answersNothing()
        .tellsOneError()
        .tells(FILE, "gpg --decrypt");
    assertThat(keyport.run("auth:token", "--no-input")).endsWith(110).tellsOneError();
    assertThat(
            keyport.runWithInput(
                "s3cret", "credentials:put", "x.example", "--login", "bob", "--password-stdin"))
        .endsWith(110)
        .tellsOneError();
    assertThat(SANDBOX.get().requests()).isEmpty();
  }

  @Test
  void whatIsWrongHasItsOwnCode() throws IOException {
    KeyportProcess keyport = keyport("");
    KeyportProcess withoutGpg = keyport.with("PATH", keyport.home().tools().toString());

    assertThat(withoutGpg.run("credentials"))
        .endsWith(111)
        .tellsOneError()
        .tells("gpg", "apt install gnupg");

    Path hanging = keyport.home().tools().resolve("gpg");
    Files.writeString(hanging, "#!/bin/sh\nPATH=/usr/bin:/bin exec sleep 300\n");
    Files.setPosixFilePermissions(hanging, PosixFilePermissions.fromString("rwx------"));
    assertThat(withoutGpg.run("credentials", "--timeout", "1s")).endsWith(112).tellsOneError();

    keyport.home().write(FILE, "no message");
    assertThat(keyport.run("credentials")).endsWith(113).tellsOneError().tells(FILE);
    assertThat(keyport.home().read(FILE)).isEqualTo("no message");
  }
}
