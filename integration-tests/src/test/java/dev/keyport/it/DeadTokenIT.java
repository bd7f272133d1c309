package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A token that somebody ended elsewhere: each verb says so, and leaves the netrc as it is. */
class DeadTokenIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  private static final List<String[]> VERBS =
      List.of(
          new String[] {"whoami"},
          new String[] {"apps"},
          new String[] {"keys"},
          new String[] {"auth:token", "--check"});

  @Test
  void revokedOnTheDashboard() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().revoke(keyport.home().token());

    everyVerbIsRefused(keyport);
  }

  @Test
  void regeneratedOnTheDashboard() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().regenerate(keyport.home().token());

    everyVerbIsRefused(keyport);
  }

  @Test
  void expired() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().expire(keyport.home().token());

    assertThat(keyport.run("whoami")).endsWith(101).tellsOneError().tells("keyport login");
  }

  private static void everyVerbIsRefused(KeyportProcess keyport) {
    String before = keyport.home().read(".netrc");
    for (String[] verb : VERBS) {
      assertThat(keyport.run(verb))
          .endsWith(101)
          .answersNothing()
          .tellsOneError()
          .tells("keyport login")
          .showsNoSecret();
    }
    Outcome status = keyport.run("auth:status");
    assertThat(status).endsWith(101).showsNoSecret();
    assertThat(status.stdout()).contains("refused by the API");
    assertThat(keyport.home().read(".netrc").equals(before)).isTrue();
  }
}
