package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.SeededAccount;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person at a terminal. */
class TerminalIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @BeforeEach
  void needTerminal() {
    Needed.command("script");
    Needed.command("stty");
  }

  @Test
  void loginAsksForEmailAndHiddenPassword() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Terminal terminal = keyport.terminal("keyport login -i")) {
      terminal.await("Email: ").type(SANDBOX.account().email());
      terminal.await("Password (hidden): ").type(SANDBOX.account().password());
      Outcome login = terminal.await("Logged in as dev@example.com").end();

      assertThat(login).succeeds().showsNoSecret();
    }
    assertThat(keyport.run("whoami")).succeeds().answers("dev@example.com\n");
  }

  /** The commands before it, in the same terminal, make it an odd one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "stty cols 40",
        "export TERM=dumb",
        "unset TERM",
        "export LC_ALL=C",
        "export LC_ALL=POSIX LANG=de_DE.ISO-8859-1"
      })
  void anOddTerminalAsksAndHidesAllTheSame(String odd) {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Terminal terminal = keyport.terminal(odd + "; keyport login -i")) {
      terminal.await("Email: ").type(SANDBOX.account().email());
      terminal.await("Password (hidden): ").type(SANDBOX.account().password());

      assertThat(terminal.await("Logged in as dev@example.com").end()).succeeds().showsNoSecret();
    }
  }

  @Test
  void secondFactorIsAskedForAndHidden() {
    SeededAccount account = SANDBOX.get().accounts().otp();
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Terminal terminal = keyport.terminal("keyport login -i --email " + account.email())) {
      terminal.await("Password (hidden): ").type(account.password());
      terminal.await("Two-factor code (hidden): ").type("000000");
      String code = account.recoveryCodes().iterator().next();
      terminal.await("Two-factor code (hidden): ").type(code);
      Outcome login = terminal.await("Logged in as otp@example.com").end();

      assertThat(login).succeeds().showsNoSecret();
      assertThat(login.stdout()).contains("refused").doesNotContain("000000");
    }
  }

  @Test
  void wrongPasswordIsAskedForAgain() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Terminal terminal = keyport.terminal("keyport login")) {
      terminal.await("Email: ").type(SANDBOX.account().email());
      terminal.await("Password (hidden): ").type("wrong");
      terminal.await("warning: ");
      terminal.await("Password (hidden): ").type(SANDBOX.account().password());

      assertThat(terminal.await("Logged in as dev@example.com").end()).succeeds().showsNoSecret();
    }
  }

  @Test
  void threeWrongPasswordsAreEnough() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Terminal terminal =
        keyport.terminal("keyport login --email " + SANDBOX.account().email())) {
      for (int i = 0; i < 3; i++) {
        terminal.await("Password (hidden): ").type("wrong");
      }
      assertThat(terminal.end()).endsWith(101);
    }
    assertThat(keyport.home().files()).isEmpty();
  }

  @Test
  void verbThatNeedsALoginOffersOneAndGoesOn() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Terminal terminal = keyport.terminal("keyport whoami > answer.txt")) {
      terminal.await("Log in now? [Y/n] ").type("y");
      terminal.await("Email: ").type(SANDBOX.account().email());
      terminal.await("Password (hidden): ").type(SANDBOX.account().password());

      assertThat(terminal.end()).succeeds().showsNoSecret();
    }
    assertThat(keyport.home().read("answer.txt")).isEqualTo("dev@example.com\n");
  }

  @Test
  void refusedTokenIsReplacedByAnewLogin() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().revoke(keyport.home().token());
    try (Terminal terminal = keyport.terminal("keyport whoami > answer.txt")) {
      terminal.await("no longer valid. Log in now? [Y/n] ").type("");
      terminal.await("Password (hidden): ").type(SANDBOX.account().password());

      assertThat(terminal.end()).succeeds().showsNoSecret();
    }
    assertThat(keyport.home().read("answer.txt")).isEqualTo("dev@example.com\n");
  }

  @Test
  void loginThatIsDeclined() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Terminal terminal = keyport.terminal("keyport whoami")) {
      terminal.await("Log in now? [Y/n] ").type("n");

      assertThat(terminal.end()).endsWith(100);
    }
    assertThat(keyport.home().files()).isEmpty();
  }

  @Test
  void noInputNeverAsks() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Terminal terminal = keyport.terminal("keyport whoami --no-input")) {
      assertThat(terminal.end()).endsWith(100);
    }
    try (Terminal terminal = keyport.terminal("keyport login -i --no-input")) {
      Outcome login = terminal.end();
      assertThat(login).endsWith(2);
      assertThat(login.stdout()).contains("--password-stdin");
    }
  }

  @Test
  void withoutATerminalThereIsNoPrompt() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(keyport.run("login", "-i"))
        .endsWith(2)
        .answersNothing()
        .tellsOneError()
        .tells("--password-stdin", "--with-token");
    assertThat(keyport.run("whoami")).endsWith(100).answersNothing().tellsOneError();
  }

  @Test
  void aTableIsNoWiderThanTheTerminal() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String description = "a-description-that-is-too-long-for-it";
    assertThat(keyport.run("authorizations:create", "-d", description)).succeeds();

    assertThat(keyport.run("authorizations").stdout()).contains(description);
    try (Terminal terminal =
        keyport.terminal("stty cols 60; unset COLUMNS; keyport authorizations")) {
      Outcome list = terminal.await("a-description").end();

      assertThat(list.stdout().lines()).allMatch(line -> line.length() <= 60);
      assertThat(list.stdout()).contains("…").doesNotContain(description);
    }
  }
}
