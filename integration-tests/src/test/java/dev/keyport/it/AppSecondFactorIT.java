package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.SeededAccount;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An app that wants a second factor: its code is asked for, and opens it to the token. */
class AppSecondFactorIT {
  private static final String APP = "keyport-guarded";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void theCodeIsAskedForOnceAndHidden() {
    SeededAccount account = SANDBOX.get().accounts().otp();
    Iterator<String> codes = account.recoveryCodes().iterator();
    KeyportProcess keyport = SANDBOX.keyport(folder);
    assertThat(
            keyport.runWithInput(
                account.password() + "\n",
                RunningSandbox.loginArguments(account, "--otp", codes.next())))
        .succeeds();
    assertThat(keyport.run("apps:info", APP))
        .endsWith(102)
        .answersNothing()
        .tellsOneError()
        .tells("terminal");

    String code = codes.next();
    try (Terminal terminal = keyport.terminal("keyport apps:info " + APP)) {
      terminal.await("Two-factor code for " + APP + " (hidden): ").type("000000");
      terminal.await("Two-factor code for " + APP + " (hidden): ").type(code);
      Outcome shown = terminal.await("Name:    " + APP).end();

      assertThat(shown).succeeds().showsNoSecret();
      assertThat(shown.stdout()).contains("refused").doesNotContain("000000", code);
    }
    assertThat(keyport.run("apps:info", APP)).succeeds();
    assertThat(SANDBOX.requests("PUT", "/apps/" + APP + "/pre-authorizations")).hasSize(2);
  }
}
