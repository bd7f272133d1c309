package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.LiveAuthorization;
import dev.keyport.sandbox.Sandbox;
import dev.keyport.sandbox.SandboxOptions;
import dev.keyport.sandbox.SeededAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Heroku's own command line finds the sandbox to be Heroku. Each call takes it about a second. */
@Execution(ExecutionMode.CONCURRENT)
class RealHerokuCliIT {
  @TempDir Path folder;

  /** Heroku's command line in a HOME of its own, told of a sandbox. */
  private record Person(Sandbox sandbox, SeededAccount account, KeyportProcess shell)
      implements AutoCloseable {
    static Person at(SandboxOptions options, boolean secondFactor, Path folder) throws IOException {
      Sandbox sandbox = Sandbox.start(options);
      Path command = RealHerokuCli.needed();
      String api = sandbox.api().toString();
      KeyportProcess shell =
          KeyportProcess.in(
              Home.in(folder),
              new Secrets(sandbox),
              Map.of(
                  "HEROKU_HOST", api, "HEROKU_PARTICLEBOARD_URL", api, "HEROKU_LOGIN_HOST", api));
      for (Map.Entry<String, String> setting : RealHerokuCli.environment().entrySet()) {
        shell = shell.with(setting.getKey(), setting.getValue());
      }
      if (sandbox.caFile().isPresent()) {
        String file = sandbox.caFile().get().toString();
        shell = shell.with("NODE_EXTRA_CA_CERTS", file).with("CURL_CA_BUNDLE", file);
      }
      Path tools = shell.home().tools();
      script(tools.resolve("heroku"), "exec '" + command + "' \"$@\"");
      Path browser = script(tools.resolve("browser"), "exec curl -s \"$1\"");
      SeededAccount account = secondFactor ? sandbox.accounts().otp() : sandbox.accounts().main();
      return new Person(sandbox, account, shell.with("BROWSER", browser.toString()));
    }

    private static Path script(Path file, String line) throws IOException {
      Files.writeString(file, "#!/bin/sh\n" + line + "\n");
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    String run(String line) {
      Outcome outcome = shell.shell(line);
      assertThat(outcome).succeeds();
      return outcome.stdout();
    }

    Outcome fail(String line) {
      Outcome outcome = shell.shell(line);
      assertThat(outcome.exit()).as(line).isNotZero();
      return outcome;
    }

    /** Logs in with the password, and with the code where the account has a second factor. */
    void logIn() {
      try (Terminal terminal = shell.terminal("heroku login -i")) {
        terminal.await("Email").type(account.email());
        terminal.await("Password").type(account.password());
        if (account.totpSecret().isPresent()) {
          terminal.await("Two-factor code").type(sandbox.code(account.email()));
        }
        assertThat(terminal.await("Logged in as").end()).succeeds();
      }
    }

    String token() {
      return shell.home().token();
    }

    List<LiveAuthorization> live() {
      return sandbox.liveAuthorizations(account.email());
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }

  @BeforeAll
  static void needTools() {
    Needed.command("script");
    Needed.command("curl");
    Needed.command("git");
    Needed.command("ssh-keygen");
    assertThat(RealHerokuCli.needed()).isExecutable();
  }

  @Test
  void passwordOverHttp() throws IOException {
    try (Person person = Person.at(SandboxOptions.defaults().withPageSize(1), false, folder)) {
      everyVerb(person);
    }
  }

  @Test
  void secondFactorOverHttps() throws IOException {
    SandboxOptions options = SandboxOptions.defaults().withPageSize(1).withTls();
    try (Person person = Person.at(options, true, folder)) {
      everyVerb(person);
    }
  }

  @Test
  void browserOverHttp() throws IOException {
    try (Person person = Person.at(SandboxOptions.defaults().withAutoApprove(), false, folder)) {
      browser(person);
    }
  }

  @Test
  void browserOverHttps() throws IOException {
    SandboxOptions options = SandboxOptions.defaults().withAutoApprove().withTls();
    try (Person person = Person.at(options, false, folder)) {
      browser(person);
    }
  }

  private static void everyVerb(Person person) throws IOException {
    String email = person.account().email();
    person.logIn();
    String token = person.token();
    assertThat(person.run("heroku auth:token")).isEqualTo(Secrets.TOKEN + "\n");
    assertThat(person.run("heroku whoami")).isEqualTo(email + "\n");

    person.sandbox().addApp(email, "one-more");
    person.sandbox().addApp(email, "the-last");
    assertThat(person.run("heroku apps")).contains("one-more", "the-last");
    assertThat(curlApps(person)).contains("\"name\":\"keyport-"); // the first page alone

    keys(person);
    authorizations(person);

    person.run("heroku logout");
    assertThat(person.sandbox().isAlive(token)).isFalse();
    assertThat(person.shell().home().read(".netrc")).doesNotContain("password");
  }

  private static void keys(Person person) {
    person.run("ssh-keygen -q -t ed25519 -N '' -C me@laptop -f key");
    person.run("heroku keys:add key.pub");
    assertThat(person.run("heroku keys")).contains("me@laptop");
    person.run("heroku keys:remove me@laptop");
    assertThat(person.fail("heroku keys:remove me@laptop").exit()).isEqualTo(1);
  }

  private static void authorizations(Person person) {
    String made = person.run("heroku authorizations:create -d mine -e 3600 -s read,identity");
    assertThat(made).contains("read,identity").contains(Secrets.TOKEN);
    LiveAuthorization mine =
        person.live().stream()
            .filter(live -> live.description().equals("mine"))
            .findFirst()
            .orElseThrow();
    assertThat(person.run("heroku authorizations")).contains("mine", mine.id().toString());
    assertThat(person.run("heroku authorizations:info " + mine.id())).contains("mine");
    person.run("heroku authorizations:revoke " + mine.id());
    assertThat(person.sandbox().isAlive(mine.token())).isFalse();
    assertThat(person.fail("heroku authorizations:info " + mine.id()).stderr())
        .contains("not_found");
  }

  /** curl finds a machine of a netrc by its name without the port. */
  private static String curlApps(Person person) {
    String entry =
        "machine 127.0.0.1 login " + person.account().email() + " password " + person.token();
    person.shell().home().write("curl.netrc", entry + "\n");
    return person.run("curl -sSf --netrc-file curl.netrc " + person.sandbox().api() + "/apps");
  }

  private static void browser(Person person) {
    try (Terminal terminal = person.shell().terminal("heroku login")) {
      terminal.await("Press any key").type(" ");
      assertThat(terminal.await("Logged in as").end()).succeeds();
    }
    String token = person.token();
    assertThat(person.live().stream().filter(LiveAuthorization::session)).hasSize(1);
    assertThat(person.run("heroku sessions")).contains("Heroku CLI login from");
    person.run("heroku logout");
    assertThat(person.sandbox().isAlive(token)).isFalse();
  }
}
