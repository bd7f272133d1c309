package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** --debug shows what was sent, and no secret. */
class DebugIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void requestsAreTracedWithoutSecrets() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String pair = SANDBOX.account().email() + ":" + SANDBOX.account().password();
    SANDBOX
        .secrets()
        .add(
            Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
            Secrets.PASSWORD);

    assertThat(SANDBOX.logIn(keyport, "--debug"))
        .succeeds()
        .tells("debug: > POST " + SANDBOX.get().api() + "/oauth/authorizations")
        .tells("Authorization: ****", "debug: < 201")
        .showsNoSecret();
    assertThat(keyport.run("whoami", "--debug"))
        .succeeds()
        .answers("dev@example.com\n")
        .tells("debug: > GET " + SANDBOX.get().api() + "/account", "Request-Id")
        .showsNoSecret();
    assertThat(keyport.run("logout", "--debug"))
        .succeeds()
        .tells("debug: > DELETE ")
        .showsNoSecret();
  }

  @Test
  void secondFactorIsMasked() {
    var otp = SANDBOX.get().accounts().otp();

    Outcome login =
        SANDBOX
            .keyport(folder)
            .runWithInput(
                otp.password(),
                RunningSandbox.loginArguments(
                    otp, "--debug", "--otp", otp.recoveryCodes().iterator().next()));

    assertThat(login).succeeds().tells("Heroku-Two-Factor-Code: ****").showsNoSecret();
  }
}
