package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.SeededAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it: the command opens a real browser's page, and a person goes through it. */
class ChromiumLoginIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void aPersonLogsInWithPasswordAndCodeAndLetsTheCommandIn() throws IOException {
    Needed.command("script");
    SeededAccount account = SANDBOX.get().accounts().mfa();
    KeyportProcess keyport =
        SANDBOX.keyport(folder).with("HEROKU_LOGIN_HOST", SANDBOX.get().auth().toString());
    Path opened = folder.resolve("opened");
    Path browser = keyport.home().tools().resolve("browser");
    Files.writeString(browser, "#!/bin/sh\nprintf %s \"$1\" > '" + opened + "'\n");
    assertThat(browser.toFile().setExecutable(true)).isTrue();

    try (WebDriver chromium = WebDriver.start(Files.createDirectory(folder.resolve("chromium")));
        Terminal terminal = keyport.with("BROWSER", browser.toString()).terminal("keyport login")) {
      terminal.await("Opened with ");
      chromium
          .go(URI.create(Files.readString(opened)))
          .type("#email", account.email())
          .type("#password", account.password())
          .click("button[value=log-in]")
          .type("#code", SANDBOX.get().code(account.email()))
          .click("button[value=verify]")
          .click("button[value=approve]");
      Outcome done = terminal.await("Logged in as " + account.email()).end();

      assertThat(done).succeeds().showsNoSecret();
      assertThat(chromium.text("h1")).isEqualTo("Logged in");
    }
    assertThat(keyport.run("whoami")).succeeds().answers(account.email() + "\n");
  }
}
