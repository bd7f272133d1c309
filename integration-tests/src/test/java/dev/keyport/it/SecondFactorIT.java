package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.SeededAccount;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Logging in to an account with a second factor, in a script. */
class SecondFactorIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void codeIsNeededAndThereIsNobodyToAsk() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(logIn(keyport)).endsWith(102).answersNothing().tellsOneError().tells("--otp");

    assertThat(keyport.home().files()).isEmpty();
  }

  @Test
  void wrongCodeIsRefused() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(logIn(keyport, "--otp", "000000")).endsWith(101).answersNothing().tellsOneError();

    assertThat(keyport.home().files()).isEmpty();
    assertThat(live()).isZero();
  }

  @Test
  void rightCodeLogsInOnce() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String code = SANDBOX.get().code(account().email());

    assertThat(logIn(keyport, "--otp", code)).succeeds().answers("Logged in as otp@example.com\n");

    assertThat(logIn(keyport, "--otp", code)).endsWith(101).tellsOneError();
    assertThat(keyport.run("logout")).succeeds();
    assertThat(live()).isZero();
  }

  @Test
  void recoveryCodeLogsInOnce() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String code = account().recoveryCodes().iterator().next();

    assertThat(logIn(keyport, "--otp", code)).succeeds().showsNoSecret();

    assertThat(logIn(keyport, "--otp", code)).endsWith(101).tellsOneError().showsNoSecret();
    assertThat(keyport.run("logout")).succeeds();
  }

  private static SeededAccount account() {
    return SANDBOX.get().accounts().otp();
  }

  private static int live() {
    return SANDBOX.get().liveAuthorizations(account().email()).size();
  }

  private static Outcome logIn(KeyportProcess keyport, String... more) {
    return keyport.runWithInput(
        account().password(), RunningSandbox.loginArguments(account(), more));
  }
}
