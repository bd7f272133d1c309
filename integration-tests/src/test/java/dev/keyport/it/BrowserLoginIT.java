package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Approver;
import dev.keyport.sandbox.PendingLogin;
import dev.keyport.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Logins that go on in the browser, by a person at a terminal and by a script. */
class BrowserLoginIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static final Pattern TOKEN = Pattern.compile("<code>(HRKU-[^<]+)</code>");

  @TempDir Path folder;
  private final List<Approver> somebody = new ArrayList<>();
  private KeyportProcess keyport;

  @BeforeEach
  void needTerminal() {
    Needed.command("script");
    Needed.command("stty");
    keyport =
        SANDBOX
            .keyport(folder)
            .with("HEROKU_LOGIN_HOST", SANDBOX.get().auth().toString())
            .with("TERM", "xterm");
    SANDBOX.get().revokeAll(SANDBOX.account().email());
  }

  @AfterEach
  void leaveTheBrowser() {
    somebody.forEach(Approver::close);
    SANDBOX.get().pendingLogins().forEach(login -> SANDBOX.get().denyLogin(login.id(), "Over."));
  }

  /** From now on somebody at a browser lets everything in, as this account. */
  private void somebodyApproves(String email) {
    somebody.add(Approver.of(SANDBOX.get(), email));
  }

  private Path script(String name, String line) throws IOException {
    Path file = keyport.home().tools().resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static PendingLogin pending() {
    return Approver.awaitLogin(SANDBOX.get());
  }

  /** The program is given the page, no shell reads the address, and it is not asked twice. */
  @Test
  void theBrowserIsOpenedAndLoggingOutEndsTheSession() throws IOException {
    Path browser = script("my browser", "echo \"$@\" >> '" + folder.resolve("opened") + "'");
    KeyportProcess withBrowser = keyport.with("BROWSER", "/no/such:'" + browser + "' --new");
    try (Terminal terminal = withBrowser.terminal("keyport login")) {
      terminal.await("Opened with ").await("Waiting for the login in the browser, 9:5");
      PendingLogin login = pending();
      assertThat(folder.resolve("opened")).hasContent("--new " + login.page());
      assertThat(login.description()).startsWith("Keyport login from ");
      assertThat(SANDBOX.get().approveLogin(login.id(), SANDBOX.account().email())).isTrue();

      Outcome done = terminal.await("Logged in as dev@example.com").end();
      assertThat(done).succeeds().showsNoSecret();
    }
    assertThat(SANDBOX.live()).hasSize(1);

    assertThat(keyport.run("logout"))
        .succeeds()
        .answers("Logged out dev@example.com; its token is revoked\n");
    assertThat(SANDBOX.live()).isEmpty();
  }

  @Test
  void ctrlCEndsItWithNothingStoredAndLeavesTheBrowser() throws IOException {
    Needed.command("setsid");
    Path pid = folder.resolve("pid");
    script("browser", "echo $$ > '" + pid + "'; exec sleep 60");
    String line = "trap : INT; keyport login --browser browser; echo \"status=$?\"";
    try (Terminal terminal = keyport.terminal(line)) {
      terminal.await("Waiting for ");
      pending();
      Outcome ended = terminal.interrupt().await("status=").end();

      assertThat(ended.stdout()).contains("status=130").doesNotContain("keyport: ");
    }
    ProcessHandle window =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    assertThat(window.destroyForcibly()).as("Ctrl-C was not for the browser").isTrue();
    assertThat(keyport.home().files()).isEmpty();
    assertThat(SANDBOX.live()).isEmpty();
  }

  @Test
  void aTerminalThatCanShowsACode() {
    somebodyApproves(SANDBOX.account().email());
    String line = "stty rows 60 cols 100; keyport login --browser none";
    try (Terminal terminal = keyport.terminal(line)) {
      Outcome done = terminal.await("Logged in as ").end();

      assertThat(done).succeeds();
      assertThat(done.stdout()).contains("█▀▀▀▀▀█", "Open this link in a browser:");
    }
  }

  @Test
  void withoutATerminalNothingMovesAndTheLinkIsToldOf() {
    somebodyApproves(SANDBOX.account().email());
    Outcome done = keyport.run("login", "--browser", "none", "--no-input");

    assertThat(done).succeeds().answers("Logged in as dev@example.com\n");
    assertThat(done.stderr())
        .contains("  " + SANDBOX.get().auth() + "/auth/browser/")
        .contains("Waiting for the login in the browser, for 10 minutes at most.")
        .doesNotContain("\r", "\u001b", "█");
  }

  @Test
  void withoutATerminalItIsNotBegun() {
    assertThat(keyport.with("BROWSER", "true").run("login"))
        .endsWith(2)
        .answersNothing()
        .tellsOneError()
        .tells("--password-stdin", "--with-token", "--browser none");
    assertThat(keyport.run("login", "--browser", "true", "--no-input")).endsWith(2).tellsOneError();
    assertThat(SANDBOX.get().requests()).isEmpty();
  }

  @Test
  void aRefusalInTheBrowserIs101() {
    try (Terminal terminal = keyport.terminal("keyport login --browser true")) {
      terminal.await("Opened with true");
      SANDBOX.get().denyLogin(pending().id(), "No, thank you.");
      Outcome ended = terminal.end();

      assertThat(ended).endsWith(101);
      assertThat(ended.stdout()).contains("refused in the browser: No, thank you.");
    }
    assertThat(keyport.home().files()).isEmpty();
  }

  @Test
  void anAccountThatTakesNoPasswordGoesOnInTheBrowser() {
    var mfa = SANDBOX.get().accounts().mfa();
    String line = "keyport login -i --email " + mfa.email();
    somebodyApproves(mfa.email());
    try (Terminal terminal = keyport.with("BROWSER", "true").terminal(line)) {
      terminal.await("Password (hidden): ").type(mfa.password());
      terminal.await("Log in with the browser instead? [Y/n] ").type("");

      assertThat(terminal.await("Logged in as " + mfa.email()).end()).succeeds().showsNoSecret();
    }
  }

  @Test
  void aVerbThatNeedsALoginGoesOnAfterOneInTheBrowser() {
    somebodyApproves(SANDBOX.account().email());
    KeyportProcess withBrowser = keyport.with("BROWSER", "true");
    try (Terminal terminal = withBrowser.terminal("keyport whoami > answer.txt")) {
      terminal.await("Log in now? [Y/n] ").type("");

      assertThat(terminal.end()).succeeds().showsNoSecret();
    }
    assertThat(keyport.home().read("answer.txt")).isEqualTo("dev@example.com\n");
  }

  @Test
  void theTokenOfASingleSignOnIsAskedForAndKept() throws Exception {
    URI page = SANDBOX.get().sso(Sandbox.ORGANIZATION);
    String token = tokenOn(page);
    SANDBOX.secrets().add(token, Secrets.TOKEN);
    KeyportProcess atSso = keyport.with("SSO_URL", page.toString()).with("BROWSER", "false");
    try (Terminal terminal = atSso.terminal("keyport login --sso")) {
      terminal.await("no page could be opened with false").await(page.toString());
      terminal.await("Access token (hidden): ").type("HRKU-wrong");
      terminal.await("Access token (hidden): ").type(token);
      Outcome done = terminal.await("Logged in as sso@example.com").end();

      assertThat(done).succeeds().showsNoSecret();
      assertThat(done.stdout()).doesNotContain("HRKU-wrong");
    }
    assertThat(keyport.run("logout")).succeeds();
    assertThat(SANDBOX.get().isAlive(token)).isFalse();
  }

  private static String tokenOn(URI page) throws Exception {
    Matcher token =
        TOKEN.matcher(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
