package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which store is used: flag, then environment, then configuration file, then the netrc. */
class StoreChoiceIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void flagEnvironmentConfigurationDefault() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    for (String file : new String[] {"flag", "environment", "configuration", ".netrc"}) {
      keyport.home().write(file, "machine example.com login ann password from-" + file + "\n");
    }
    assertThat(get(keyport)).answers("from-.netrc\n");

    keyport.home().write(".config/keyport/config.properties", "store = netrc:configuration\n");
    assertThat(get(keyport)).answers("from-configuration\n");

    KeyportProcess told = keyport.with("KEYPORT_STORE", "netrc:environment");
    assertThat(get(told)).answers("from-environment\n");

    assertThat(get(told, "--store", "netrc:flag")).answers("from-flag\n");
    assertThat(told.run("--store", "netrc:flag", "credentials:get", "example.com"))
        .succeeds()
        .answers("from-flag\n");
  }

  @Test
  void loginGoesToTheStoreNamedAndNowhereElse() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    Path team = keyport.home().file("team.netrc");

    assertThat(SANDBOX.logIn(keyport, "--store", "netrc:" + team)).succeeds();

    assertThat(keyport.home().files()).contains("team.netrc").doesNotContain(".netrc");
    assertThat(keyport.run("auth:token")).endsWith(100);
    assertThat(keyport.with("KEYPORT_STORE", "netrc:" + team).run("whoami"))
        .succeeds()
        .answers("dev@example.com\n");
    assertThat(keyport.run("logout", "--store", "netrc:" + team)).succeeds();
    assertThat(keyport.run("credentials", "--store", "netrc:" + team)).answersNothing();
  }

  @Test
  void listIsReadInOrderAndWrittenToTheFirst() {
    KeyportProcess keyport = SANDBOX.keyport(folder).with("KEYPORT_STORE", "netrc:one,netrc:two");
    keyport.home().write("two", "machine example.com login ann password second\n");
    assertThat(get(keyport)).answers("second\n");

    assertThat(
            keyport.runWithInput(
                "first", "credentials:put", "example.com", "--login", "ann", "--password-stdin"))
        .succeeds();

    assertThat(get(keyport)).answers("first\n");
    assertThat(keyport.home().read("two")).contains("second");
  }

  @Test
  void unknownStoreIsNamedAndNothingIsSent() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(SANDBOX.logIn(keyport, "--store", "nosuch"))
        .endsWith(2)
        .tellsOneError()
        .tells("nosuch", "netrc");
    assertThat(keyport.with("KEYPORT_STORE", "netrc:").run("credentials"))
        .endsWith(2)
        .tellsOneError();
    assertThat(SANDBOX.get().requests()).isEmpty();
  }

  @Test
  void unknownSettingIsNamedWithItsFile() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    keyport.home().write(".config/keyport/config.properties", "stroe = netrc\n");

    assertThat(keyport.run("credentials"))
        .endsWith(2)
        .tellsOneError()
        .tells("config.properties", "stroe", "store");
  }

  private static Outcome get(KeyportProcess keyport, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "credentials:get";
    arguments[1] = "example.com";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return keyport.run(arguments);
  }
}
