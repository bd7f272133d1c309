package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.keychain.testkit.PrivateSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Logins in a real gnome-keyring on a session bus of the test's own. */
class KeychainIT {
  private static final String API = "127.0.0.1";
  private static final String VARIABLE = "KEYPORT_STORE";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;
  private PrivateSession session;

  @BeforeEach
  void startKeyring() throws Exception {
    PrivateSession.requirePrograms();
    session = PrivateSession.start(Files.createDirectory(folder.resolve("s")));
    session.startKeyring();
  }

  @AfterEach
  void endKeyring() {
    if (session != null) {
      session.close();
    }
  }

  private KeyportProcess keyport() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    for (Map.Entry<String, String> variable : sessionVariables().entrySet()) {
      keyport = keyport.with(variable.getKey(), variable.getValue());
    }
    return keyport;
  }

  private Map<String, String> sessionVariables() {
    Map<String, String> variables = new HashMap<>(session.environment());
    variables.keySet().retainAll(List.of("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"));
    return variables;
  }

  private String stored(String service, String account) throws Exception {
    return session.secretTool("", "lookup", "service", service, "account", account);
  }

  private String email() {
    return SANDBOX.account().email();
  }

  @Test
  void everyVerbWorksAndEndsItsProcess() throws Exception {
    Needed.command("ssh-keygen");
    KeyportProcess keyport = keyport().with(VARIABLE, "keychain");

    assertThat(SANDBOX.logIn(keyport)).succeeds().showsNoSecret().tells("Stored in keychain");
    String token = stored(API, email());
    assertThat(SANDBOX.live()).extracting("token").contains(token);
    assertThat(keyport.home().files()).doesNotContain(".netrc");

    assertThat(keyport.run("whoami")).succeeds().answers(email() + "\n");
    assertThat(keyport.run("auth:token")).succeeds().answers(Secrets.TOKEN + "\n");
    assertThat(keyport.run("auth:status").stdout()).contains("ready: the keyring", ", valid");
    assertThat(keyport.run("apps").stdout()).contains("keyport-demo");
    assertThat(keyport.shell("mkdir .ssh && ssh-keygen -q -t ed25519 -N '' -f .ssh/id_ed25519"))
        .succeeds();
    assertThat(keyport.run("keys:add", "-y")).succeeds();
    assertThat(keyport.run("keys:clear")).succeeds();
    assertThat(put(keyport)).succeeds();
    assertThat(keyport.run("credentials:get", "example.com")).succeeds().answers("of ann\n");
    assertThat(keyport.run("credentials").stdout()).contains(API, "example.com");
    assertThat(keyport.run("credentials:remove", "example.com")).succeeds();
    assertThat(keyport.run("doctor", "--json")).succeeds();
    assertThat(keyport.run("stores").stdout()).containsPattern("keychain +ready +in use");

    assertThat(keyport.run("logout")).succeeds();
    assertThat(stored(API, email())).isEmpty();
    assertThat(SANDBOX.live()).extracting("token").doesNotContain(token);
  }

  private static Outcome put(KeyportProcess keyport) {
    return keyport.runWithInput(
        "of ann", "credentials:put", "example.com", "--login", "ann", "--password-stdin");
  }

  @Test
  void itIsChosenByFlagOrInTheConfiguration() throws Exception {
    KeyportProcess keyport = keyport();

    assertThat(SANDBOX.logIn(keyport, "--store", "keychain")).succeeds();
    assertThat(keyport.run("auth:token")).endsWith(100);
    assertThat(keyport.run("whoami", "--store", "keychain")).succeeds();

    keyport.home().write(".config/keyport/config.properties", "store = keychain\n");
    assertThat(keyport.run("whoami")).succeeds();
    assertThat(keyport.run("logout")).succeeds();
    assertThat(stored(API, email())).isEmpty();
  }

  @Test
  void whatLoginAndTheGuideSayToRunInsteadWorks() throws IOException {
    Needed.command("curl");
    Needed.command("git");
    KeyportProcess keyport = keyport().with(VARIABLE, "keychain");
    Outcome login = SANDBOX.logIn(keyport);
    assertThat(login).succeeds().tells("curl -n and git do not look in keychain");

    List<String> said =
        login.errorLines().stream().filter(line -> line.matches("  (printf|git) .*")).toList();
    assertThat(said).hasSize(2);
    List<String> guide = guide();
    assertThat(guide).hasSize(2);
    work(keyport, said);
    assertThat(keyport.shell("rm .gitconfig")).succeeds();
    work(keyport, guide);
  }

  @Test
  void aLoginMovesToTheKeyringAndBackAndCurlFollowsTheNetrcAlone() throws Exception {
    Needed.command("curl");
    KeyportProcess keyport = keyport();
    String curl = "curl -sn " + SANDBOX.get().api() + "/account";
    assertThat(SANDBOX.logIn(keyport)).succeeds();
    assertThat(keyport.shell(curl).stdout()).contains(email());

    assertThat(keyport.run("stores:use", "keychain", "--move"))
        .succeeds()
        .showsNoSecret()
        .tells("curl -n, git and others that read", "What to run instead");
    assertThat(keyport.shell(curl).stdout()).doesNotContain(email());
    assertThat(keyport.run("whoami")).succeeds().answers(email() + "\n");

    assertThat(keyport.run("stores:move", "keychain", "netrc"))
        .succeeds()
        .showsNoSecret()
        .tells("every program that runs as you can read", "keyport stores:use netrc:");
    assertThat(stored(API, email())).isEmpty();
    assertThat(keyport.shell(curl).stdout()).contains(email());

    // What is known of the login went with it: its authorization is revoked, not only forgotten.
    int live = SANDBOX.live().size();
    assertThat(keyport.run("logout", "--store", "netrc")).succeeds();
    assertThat(SANDBOX.live()).hasSize(live - 1);
  }

  /** The first hands curl the token, the second sets git up. */
  private void work(KeyportProcess keyport, List<String> commands) {
    String clone = "git ls-remote " + SANDBOX.get().git("keyport-demo");
    assertThat(keyport.shell(clone).exit()).isNotZero();

    Outcome curl = keyport.shell(commands.get(0));
    assertThat(curl).succeeds().showsNoSecret();
    assertThat(curl.stdout()).contains(email());
    assertThat(keyport.shell(commands.get(1))).succeeds();
    assertThat(keyport.shell(clone)).succeeds();
  }

  /** The console blocks of the section in docs/stores.md, told of the sandbox. */
  private static List<String> guide() throws IOException {
    String text = Files.readString(Launcher.root().resolve("docs/stores.md"));
    String section = text.substring(text.indexOf("### What no longer works by itself"));
    List<String> blocks = new ArrayList<>();
    Pattern.compile("^```console\\n\\$ (.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(section)
        .results()
        .forEach(
            block ->
                blocks.add(
                    block
                        .group(1)
                        .replace("https://api.heroku.com", SANDBOX.get().api().toString())
                        .replace("https://git.heroku.com", SANDBOX.get().git().toString())));
    return blocks;
  }

  @Test
  void theHerokuClisLoginIsOfferedAndStaysAsItIs() throws Exception {
    Needed.command("script");
    String token = SANDBOX.account().defaultToken().orElseThrow();
    session.secretTool(
        token, "store", "--label=heroku-cli", "service", "heroku-cli", "account", email());
    KeyportProcess keyport = keyport();

    assertThat(keyport.run("login", "--no-input")).endsWith(2).tellsOneError();
    assertThat(keyport.run("credentials:get", API, "--store", "heroku-cli"))
        .succeeds()
        .answers(Secrets.DEFAULT_TOKEN + "\n");
    try (Terminal terminal = keyport.terminal("keyport login")) {
      terminal.await("The heroku CLI is logged in as " + email()).await("[Y/n] ").type("");
      assertThat(terminal.end()).succeeds().showsNoSecret();
    }
    assertThat(keyport.run("whoami")).succeeds().answers(email() + "\n");
    assertThat(keyport.home().token().equals(token)).as("the CLI's token is stored").isTrue();

    assertThat(keyport.run("logout")).succeeds().tells("still");
    assertThat(SANDBOX.live()).extracting("token").contains(token);
    assertThat(stored("heroku-cli", email()).equals(token)).as("the item is there").isTrue();

    assertThat(keyport.run("accounts:import", "work", "--from", "heroku-cli"))
        .succeeds()
        .answers("work: " + email() + "\n")
        .showsNoSecret();
    assertThat(keyport.run("whoami", "--profile", "work")).succeeds().answers(email() + "\n");
    assertThat(stored("heroku-cli", email()).equals(token)).as("the item is there").isTrue();
  }

  @Test
  void theHerokuClisLoginMayBeDeclined() throws Exception {
    Needed.command("script");
    session.secretTool(
        "old", "store", "--label=heroku-cli", "service", "heroku-cli", "account", email());
    try (Terminal terminal = keyport().terminal("keyport login")) {
      terminal.await("[Y/n] ").type("n").await("Email: ").type(email());
      terminal.await("Password (hidden): ").type(SANDBOX.account().password());
      assertThat(terminal.end()).succeeds();
    }
  }
}
