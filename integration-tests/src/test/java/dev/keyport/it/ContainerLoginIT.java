package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The packaged command against an API that is not of its own machine's making. */
@ExtendWith(SandboxImage.class)
@Testcontainers
class ContainerLoginIT {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHB1YmxpYyBrZXksIHByaXZhdGUgcGFydCBub3doZXJl ";

  @Container static final SandboxContainer SANDBOX = new SandboxContainer();

  @TempDir Path folder;

  private Home home;
  private String email;
  private KeyportProcess keyport;

  @BeforeEach
  void inAnEmptyHome() {
    home = Home.in(folder);
    email = ready("email");
    keyport = keyport(email);
  }

  private static String ready(String field) {
    return SANDBOX.ready().path(field).asString();
  }

  private KeyportProcess keyport(String account) {
    Secrets secrets = new Secrets(() -> SANDBOX.liveTokens(account));
    secrets.add(ready("password"), Secrets.PASSWORD);
    secrets.add(ready("otp_password"), Secrets.PASSWORD);
    return KeyportProcess.in(
        home,
        secrets,
        Map.of(
            "HEROKU_API_URL", SANDBOX.api().toString(),
            "HEROKU_GIT_HOST", SANDBOX.git().toString()));
  }

  private Outcome logIn() {
    return keyport.runWithInput(
        ready("password") + "\n", "login", "--email", email, "--password-stdin");
  }

  @Test
  void fromLoginToLogout() {
    Needed.command("curl");
    assertThat(logIn()).succeeds().answers("Logged in as " + email + "\n").showsNoSecret();
    assertThat(keyport.run("whoami")).succeeds().answers(email + "\n");
    assertThat(keyport.run("apps", "--json").json().findValuesAsString("name"))
        .containsExactly("keyport-demo", "keyport-worker");
    assertThat(keyport.run("auth:token")).succeeds().answers(Secrets.TOKEN + "\n");
    assertThat(keyport.run("auth:status")).succeeds().showsNoSecret();
    String account = "curl -nsS -w '%{http_code}' -o /dev/null " + SANDBOX.api() + "/account";
    assertThat(keyport.shell(account)).succeeds().answers("200");
    assertThat(SANDBOX.liveTokens(email)).contains(keyport.home().token());

    String token = keyport.home().token();
    assertThat(keyport.run("logout")).succeeds().showsNoSecret();

    assertThat(SANDBOX.liveTokens(email)).doesNotContain(token);
    assertThat(keyport.run("whoami")).endsWith(100);
    assertThat(keyport.home().read(".netrc")).doesNotContain(email);
  }

  @Test
  void wrongPasswordStoresNothing() {
    assertThat(keyport.runWithInput("wrong\n", "login", "--email", email, "--password-stdin"))
        .endsWith(101)
        .answersNothing()
        .tellsOneError();
    assertThat(keyport.home().files()).isEmpty();
  }

  @Test
  void secondFactorIsNeededAndTaken() {
    email = ready("otp_email");
    keyport = keyport(email);
    String password = ready("otp_password") + "\n";

    assertThat(keyport.runWithInput(password, "login", "--email", email, "--password-stdin"))
        .endsWith(102)
        .tellsOneError();
    assertThat(
            keyport.runWithInput(
                password,
                "login",
                "--email",
                email,
                "--password-stdin",
                "--otp",
                SANDBOX.code(email)))
        .succeeds()
        .showsNoSecret();
    assertThat(keyport.run("logout")).succeeds();
  }

  @Test
  void aTokenRevokedElsewhereIsToldByEveryVerb() {
    assertThat(logIn()).succeeds();
    String before = keyport.home().read(".netrc");
    SANDBOX.revokeAll(email);

    for (String verb : new String[] {"whoami", "apps", "keys", "auth:status"}) {
      assertThat(keyport.run(verb)).endsWith(101);
    }
    assertThat(keyport.run("auth:token", "--check")).endsWith(101).answersNothing();
    assertThat(keyport.home().read(".netrc")).isEqualTo(before);
    assertThat(keyport.run("logout")).succeeds();
  }

  @Test
  void aPastedTokenIsForgottenAndStaysValid() {
    assertThat(logIn()).succeeds();
    String token = keyport.home().token();
    assertThat(keyport.runWithInput(token + "\n", "login", "--store", "netrc:team", "--with-token"))
        .succeeds()
        .showsNoSecret();

    assertThat(keyport.run("logout", "--store", "netrc:team")).succeeds().tells("still valid");

    assertThat(SANDBOX.liveTokens(email)).contains(token);
    assertThat(keyport.run("logout")).succeeds();
  }

  @Test
  void keysAreAddedListedAndRemoved() throws IOException {
    assertThat(logIn()).succeeds();
    Files.writeString(home.folder().resolve("key.pub"), KEY + email + "\n");

    assertThat(keyport.run("keys:add", "key.pub")).succeeds();
    assertThat(keyport.run("keys", "--json").json()).hasSize(1);
    assertThat(keyport.run("keys:remove", email)).succeeds();
    assertThat(keyport.run("keys:add", "key.pub")).succeeds();
    assertThat(keyport.run("keys:clear")).succeeds();
    assertThat(keyport.run("keys", "--json").json()).isEmpty();
    assertThat(keyport.run("logout")).succeeds();
  }

  @Test
  void whenItDiesTheNextCallSaysSoAtOnce() {
    try (SandboxContainer dying = new SandboxContainer()) {
      dying.start();
      KeyportProcess there =
          keyport
              .with("HEROKU_API_URL", dying.api().toString())
              .with("HEROKU_GIT_HOST", dying.git().toString());
      String password = dying.ready().path("password").asString() + "\n";
      assertThat(
              there.runWithInput(
                  password,
                  "login",
                  "--email",
                  dying.ready().path("email").asString(),
                  "--password-stdin"))
          .succeeds();
      dying.stop();

      assertThat(there.run("whoami", "--timeout", "5s")).endsWith(120).tellsOneError();
      assertThat(there.run("logout", "--timeout", "5s")).succeeds().tells("still valid");
    }
    assertThat(keyport.home().read(".netrc")).doesNotContain("password");
  }
}
