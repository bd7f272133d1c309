package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The store itself, for any host. */
class CredentialsIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  private static final String AWKWARD = "it's \"quoted\" # and zoë \\ with blanks";

  @Test
  void whatIsPutIsGotListedAndRemoved() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(put(keyport, "example.com", "ann", AWKWARD)).succeeds().tells("misread");
    assertThat(put(keyport, "other.example.com", "bob", "plain")).succeeds().tellsNothing();

    assertThat(keyport.run("credentials:get", "example.com")).succeeds().answers(AWKWARD + "\n");
    assertThat(keyport.run("credentials:get", "EXAMPLE.com", "--login", "ann"))
        .succeeds()
        .answers(AWKWARD + "\n");
    assertThat(keyport.run("credentials"))
        .succeeds()
        .answers("example.com        ann\nother.example.com  bob\n");
    assertThat(keyport.run("credentials:remove", "example.com"))
        .succeeds()
        .answers("Removed ann at example.com\n");
    assertThat(keyport.run("credentials")).succeeds().answers("other.example.com  bob\n");
    assertThat(SANDBOX.get().requests()).isEmpty();
  }

  @Test
  void whatIsNotThere() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(keyport.run("credentials:get", "example.com"))
        .endsWith(100)
        .answersNothing()
        .tellsOneError();
    Outcome json = keyport.run("credentials:get", "example.com", "--json");
    assertThat(json).endsWith(100).answers("null\n");
    assertThat(keyport.run("credentials:remove", "example.com")).succeeds().answersNothing();
    assertThat(keyport.run("credentials")).succeeds().answersNothing();
    assertThat(keyport.home().files()).isEmpty();
  }

  @Test
  void anotherLoginTakesTheHostsOnlyEntry() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    assertThat(put(keyport, "example.com", "ann", "one")).succeeds();

    assertThat(put(keyport, "example.com", "bob", "two")).succeeds().tells("ann");

    assertThat(keyport.home().read(".netrc"))
        .isEqualTo("machine example.com\n  login bob\n  password two\n");
  }

  @Test
  void whatNoNetrcCanHoldIsRefusedBeforeAnythingIsWritten() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(put(keyport, "example.com", "ann", "a\u0000b"))
        .endsWith(114)
        .answersNothing()
        .tellsOneError();

    assertThat(keyport.home().files()).doesNotContain(".netrc");
  }

  @Test
  void passwordIsNotAskedForWhereNobodyIs() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(keyport.run("credentials:put", "example.com", "--login", "ann"))
        .endsWith(2)
        .tellsOneError()
        .tells("--password-stdin");
  }

  private static Outcome put(KeyportProcess keyport, String host, String login, String password) {
    return keyport.runWithInput(
        password + "\n", "credentials:put", host, "--login", login, "--password-stdin");
  }
}
