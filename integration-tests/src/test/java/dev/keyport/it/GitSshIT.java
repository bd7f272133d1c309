package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.LoggedRequest;
import dev.keyport.sandbox.Sandbox;
import dev.keyport.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** git over SSH with a key that the command added. */
class GitSshIT {
  private static final String COMMIT =
      "git -c user.name=me -c user.email=me@example.com commit -q --allow-empty -m ";

  @TempDir Path folder;

  private Sandbox sandbox;
  private KeyportProcess keyport;

  @BeforeEach
  void logInAndMakeAkey() throws IOException {
    Needed.command("git");
    Needed.command("ssh");
    Needed.command("ssh-keygen");
    sandbox = Sandbox.start(SandboxOptions.defaults().withSshPort(0));
    Map<String, String> hosts =
        Map.of(
            "HEROKU_API_URL",
            sandbox.api().toString(),
            "HEROKU_GIT_HOST",
            sandbox.git().toString());
    KeyportProcess process =
        KeyportProcess.in(Home.in(folder), new Secrets(sandbox), hosts).without("SSH_AUTH_SOCK");
    process.home().write("known_hosts", sandbox.knownHost().orElseThrow() + "\n");
    keyport =
        process.with(
            "GIT_SSH_COMMAND",
            "ssh -F none -i '"
                + process.home().file("key")
                + "' -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=yes"
                + " -o UserKnownHostsFile='"
                + process.home().file("known_hosts")
                + "'");
    String[] arguments = RunningSandbox.loginArguments(sandbox.accounts().main());
    assertThat(keyport.runWithInput(sandbox.accounts().main().password() + "\n", arguments))
        .succeeds();
    assertThat(keyport.shell("ssh-keygen -q -t ed25519 -N '' -C me@laptop -f key")).succeeds();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void cloneAndPushFromAddingTheKeyToRemovingIt() {
    String app = address("keyport-demo");
    assertThat(keyport.shell("git clone -q " + app + " early").stderr())
        .contains("Permission denied (publickey)");

    assertThat(keyport.run("keys:add", "key.pub")).succeeds();
    assertThat(keyport.shell("git clone -q " + app + " work && cd work && " + COMMIT + "two"))
        .succeeds();
    assertThat(keyport.shell("cd work && git push -q origin HEAD")).succeeds();
    assertThat(keyport.shell("git clone -q " + app + " again && cd again && git log --format=%s"))
        .succeeds()
        .answers("two\nStart the app\n");
    String overHttp = sandbox.git("keyport-demo").toString();
    assertThat(keyport.shell("git ls-remote " + overHttp + " main").stdout())
        .isEqualTo(keyport.shell("cd again && git ls-remote origin main").stdout());

    assertThat(keyport.run("keys:remove", "me@laptop")).succeeds();
    assertThat(keyport.shell("cd work && git fetch").stderr())
        .contains("Permission denied (publickey)");
  }

  @Test
  void keyOpensTheAppsOfItsAccountAlone() {
    assertThat(keyport.run("keys:add", "key.pub")).succeeds();

    assertThat(keyport.shell("git clone " + address("somebody-elses") + " a").stderr())
        .contains("You do not have access to the app somebody-elses.");
    assertThat(keyport.shell("git clone " + address("nobodys") + " b").stderr())
        .contains("There is no such app.");
    assertThat(sandbox.requests())
        .filteredOn(entry -> entry.server().equals("ssh"))
        .extracting(LoggedRequest::status)
        .containsExactly(403, 404);
    String port = String.valueOf(sandbox.ssh().orElseThrow().getPort());
    // Through a shell of its own: the variable has quotes in it.
    Outcome shell = keyport.shell("sh -c \"$GIT_SSH_COMMAND -p " + port + " git@localhost id\"");
    assertThat(shell.exit()).isNotZero();
    assertThat(shell.stderr()).contains("Only git is served here.");
  }

  private String address(String app) {
    return sandbox.ssh().orElseThrow() + "/" + app + ".git";
  }
}
