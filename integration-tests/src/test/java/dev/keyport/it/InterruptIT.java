package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.Fault;
import dev.keyport.sandbox.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C at each prompt: status 130, the terminal as before, nothing written. */
class InterruptIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @BeforeEach
  void needTerminal() {
    Needed.command("script");
    Needed.command("stty");
  }

  @Test
  void atTheOfferToLogIn() {
    interruptedAt("keyport whoami", "[Y/n] ");
  }

  @Test
  void atTheEmail() {
    interruptedAt("keyport login -i", "Email: ");
  }

  @Test
  void atThePassword() {
    interruptedAt("keyport login -i --email dev@example.com", "Password (hidden): ");
  }

  @Test
  void atTheSecondFactor() {
    var account = SANDBOX.get().accounts().otp();
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String line = "keyport login -i --email " + account.email();
    try (Terminal terminal = keyport.terminal(afterwards(line))) {
      terminal.await("Password (hidden): ").type(account.password());
      endsInOrder(keyport, terminal.await("Two-factor code (hidden): "));
    }
  }

  @Test
  void whileTheTokenIsMadeNothingIsLeftHalfDone() {
    SANDBOX
        .get()
        .faults()
        .add(
            Fault.once(FaultKind.LATENCY, "POST", "/oauth/authorizations")
                .withLatency(Duration.ofSeconds(2)));
    var account = SANDBOX.account();
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String line = "keyport login -i --debug --email " + account.email();
    try (Terminal terminal = keyport.terminal(afterwards(line))) {
      terminal.await("Password (hidden): ").type(account.password()).await("> POST ");
      Outcome ended =
          terminal
              .interrupt()
              .await("stopping once what was begun is whole")
              .await("status=")
              .end();

      assertThat(ended).showsNoSecret();
      assertThat(ended.stdout()).contains("status=130", "finished or undone all the same");
    }
    assertThat(keyport.run("auth:status", "--json")).succeeds();
    assertThat(SANDBOX.get().liveAuthorizations(account.email()))
        .as("the account's default, and the one that is stored")
        .hasSize(2);
  }

  private void interruptedAt(String line, String prompt) {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Terminal terminal = keyport.terminal(afterwards(line))) {
      endsInOrder(keyport, terminal.await(prompt));
    }
  }

  /** The shell outlives the interrupt, and tells the status and the terminal's mode. */
  private static String afterwards(String line) {
    return "trap : INT; " + line + "; echo \"status=$?\"; stty -a";
  }

  private static void endsInOrder(KeyportProcess keyport, Terminal terminal) {
    Outcome ended = terminal.interrupt().await("status=").end();

    assertThat(ended).succeeds().showsNoSecret();
    assertThat(ended.stdout()).contains("status=130").containsPattern("(?<!-)\\becho\\b");
    assertThat(keyport.home().files()).isEmpty();
    assertThat(SANDBOX.get().liveAuthorizations(SANDBOX.get().accounts().otp().email())).isEmpty();
  }
}
