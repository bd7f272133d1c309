package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.LoggedRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** git over HTTPS with the netrc alone. */
class GitIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  private static final String COMMIT =
      "git -c user.name=me -c user.email=me@example.com commit -q --allow-empty -m ";

  @BeforeEach
  void needGit() {
    Needed.command("git");
  }

  @Test
  void cloneAndPushUntilLogout() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String app = SANDBOX.get().git("keyport-demo").toString();

    assertThat(keyport.shell("git clone -q " + app + " work && cd work && " + COMMIT + "two"))
        .succeeds();
    assertThat(keyport.shell("cd work && git push -q origin HEAD")).succeeds();
    assertThat(keyport.shell("git clone -q " + app + " again && cd again && git log --format=%s"))
        .succeeds()
        .answers("two\nStart the app\n");

    assertThat(keyport.run("logout")).succeeds();
    Outcome push = keyport.shell("cd work && " + COMMIT + "three && git push -q origin HEAD");
    assertThat(push.exit()).isNotZero();
    Outcome clone = keyport.shell("git clone -q " + app + " third");
    assertThat(clone.exit()).isNotZero();
  }

  @Test
  void deadTokenIsRefused() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String app = SANDBOX.get().git("keyport-worker").toString();
    SANDBOX.get().revoke(keyport.home().token());

    Outcome clone = keyport.shell("git clone -q " + app + " work");

    assertThat(clone.exit()).isNotZero();
    assertThat(SANDBOX.get().requests()).last().extracting(LoggedRequest::status).isEqualTo(401);
  }
}
