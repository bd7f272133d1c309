package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;

import dev.keyport.sandbox.SandboxOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An API over TLS with a certificate of an authority that the machine does not know. */
class CompanyAuthorityIT {
  @RegisterExtension
  static final RunningSandbox SANDBOX = new RunningSandbox(SandboxOptions.defaults().withTls());

  @TempDir Path folder;
  private String authority;

  @BeforeEach
  void authority() {
    authority = SANDBOX.get().caFile().orElseThrow().toString();
  }

  @Test
  void withItsFileEveryToolWorks() {
    Needed.command("curl");
    Needed.command("git");
    KeyportProcess keyport =
        SANDBOX
            .keyport(folder)
            .with("SSL_CERT_FILE", authority)
            .with("GIT_SSL_CAINFO", authority)
            .with("CURL_CA_BUNDLE", authority);

    assertThat(SANDBOX.logIn(keyport)).succeeds();
    assertThat(keyport.run("whoami")).succeeds().answers("dev@example.com\n");
    assertThat(
            keyport.shell(
                "curl -sS -n -o /dev/null -w '%{http_code}' " + SANDBOX.get().api() + "/account"))
        .succeeds()
        .answers("200");
    assertThat(keyport.shell("git ls-remote " + SANDBOX.get().git("keyport-demo"))).succeeds();
    assertThat(keyport.run("logout")).succeeds();
  }

  @Test
  void withoutItNothingIsSentAndTheWayOutIsNamed() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(SANDBOX.logIn(keyport))
        .endsWith(120)
        .answersNothing()
        .tells("certificate", "SSL_CERT_FILE")
        .showsNoSecret();
    org.assertj.core.api.Assertions.assertThat(SANDBOX.get().requests()).isEmpty();
  }
}
