package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.keychain.testkit.FakePrompt;
import dev.keyport.keychain.testkit.FakeSecretService;
import dev.keyport.keychain.testkit.PrivateBus;
import dev.keyport.keychain.testkit.PrivateSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A locked keyring: when a person is asked to unlock it, and how he stops that. */
class KeychainPromptIT {
  private static final String[] GET = {"credentials:get", "example.com"};

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;
  private PrivateBus bus;
  private FakeSecretService service;
  private KeyportProcess keyport;

  @BeforeEach
  void start() throws Exception {
    Needed.command("dbus-daemon");
    bus = PrivateBus.start(Files.createDirectory(folder.resolve("b")));
    service = FakeSecretService.start(bus.address());
    service.add(
        Map.of(
            "service", "example.com",
            "account", "ann",
            "xdg:schema", "org.freedesktop.Secret.Generic"),
        "example.com",
        "of ann");
    service.lock();
    keyport =
        SANDBOX
            .keyport(folder)
            .with("KEYPORT_STORE", "keychain")
            .with("DISPLAY", ":0")
            .with("DBUS_SESSION_BUS_ADDRESS", bus.address());
  }

  @AfterEach
  void end() {
    if (service != null) {
      service.close();
    }
    if (bus != null) {
      bus.close();
    }
  }

  private long calls(String member) {
    return service.calls().stream().filter(member::equals).count();
  }

  @Test
  void withNoInputNobodyIsAsked() {
    service.person(FakePrompt.UNLOCKS);

    assertThat(keyport.run("credentials:get", "example.com", "--no-input"))
        .endsWith(110)
        .answersNothing()
        .tellsOneError()
        .tells("is locked", "unlock it");
    assertThat(service.calls()).doesNotContain("Unlock", "Prompt");
  }

  @Test
  void whatOnlyLooksAsksNobody() {
    service.person(FakePrompt.UNLOCKS);

    for (String verb : new String[] {"auth:status", "doctor", "stores"}) {
      assertThat(keyport.run(verb)).endsWith(110);
    }
    assertThat(service.calls()).doesNotContain("Unlock", "Prompt");
  }

  @Test
  void oneWindowIsShownAndTold() {
    service.person(FakePrompt.UNLOCKS);

    assertThat(keyport.run(GET)).succeeds().answers("of ann\n").tells("a window waits");
    assertThat(calls("Unlock")).isEqualTo(1);
    assertThat(calls("Prompt")).isEqualTo(1);
  }

  @Test
  void aWindowThatIsClosedLeavesItLocked() {
    service.person(FakePrompt.CLOSES);

    assertThat(keyport.run(GET)).endsWith(110).answersNothing().tells("closed");
  }

  @Test
  void interruptTakesTheWindowAway() {
    Needed.command("script");
    String line = "trap : INT; keyport " + String.join(" ", GET) + "; echo \"status=$?\"";
    try (Terminal terminal = keyport.terminal(line)) {
      terminal.await("a window waits");
      PrivateSession.await("the window is shown", () -> calls("Prompt") == 1);
      Outcome ended = terminal.interrupt().await("status=").end();

      assertThat(ended).succeeds();
      assertThat(ended.stdout()).contains("status=130").doesNotContain("of ann");
    }
    PrivateSession.await("the window is taken away", () -> calls("Dismiss") == 1);
    assertThat(calls("Prompt")).isEqualTo(1);
  }
}
