package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.InProcess;
import dev.keyport.keychain.testkit.FakeSecretService;
import dev.keyport.keychain.testkit.PrivateBus;
import dev.keyport.keychain.testkit.Reaction;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each state of a keyring, as {@code auth:status}, {@code doctor} and {@code stores} tell it. */
class KeychainStatesIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MORE_CALLS_THAN_ANY = 40;

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable PrivateBus bus;
  private @Nullable FakeSecretService service;

  @AfterEach
  void end() {
    if (service != null) {
      service.close();
    }
    if (bus != null) {
      bus.close();
    }
  }

  /** A state, and what a verb that needs the keyring ends with. */
  enum State {
    NO_BUS("absent", "store-unavailable", 111),
    NO_SERVICE("absent", "store-unavailable", 111),
    NO_COLLECTION("unavailable", "store-unavailable", 111),
    LOCKED("locked", "store-locked", 110),
    STUCK("timed-out", "store-timeout", 112);

    private final String word;
    private final String code;
    private final int exit;

    State(String word, String code, int exit) {
      this.word = word;
      this.code = code;
      this.exit = exit;
    }
  }

  private void arrange(State state) throws Exception {
    environment.put("HOME", Home.in(folder).folder().toString());
    environment.put("HEROKU_API_URL", SANDBOX.get().api().toString());
    environment.put("HEROKU_GIT_HOST", SANDBOX.get().git().toString());
    environment.put("KEYPORT_STORE", "keychain");
    environment.put("DISPLAY", ":0");
    if (state == State.NO_BUS) {
      return;
    }
    Needed.command("dbus-daemon");
    PrivateBus started = PrivateBus.start(folder);
    bus = started;
    environment.putAll(started.environment());
    if (state != State.NO_SERVICE) {
      arrange(FakeSecretService.start(started.address()), state);
    }
  }

  private void arrange(FakeSecretService fake, State state) {
    service = fake;
    switch (state) {
      case NO_COLLECTION -> fake.dropCollection();
      case LOCKED -> fake.lock();
      case STUCK -> {
        for (int i = 0; i < MORE_CALLS_THAN_ANY; i++) {
          fake.on("ReadAlias", Reaction.SILENCE);
        }
      }
      case NO_BUS, NO_SERVICE -> throw new IllegalArgumentException(state.name());
    }
  }

  private Command.Ended run(String... words) {
    return new InProcess().run(List.of(words), "", environment);
  }

  private JsonNode json(int exit, String... words) {
    Command.Ended ended = run(words);
    assertThat(ended.exit()).as("exit of %s", words[0]).isEqualTo(exit);
    return JSON.readTree(ended.stdout());
  }

  @ParameterizedTest
  @EnumSource
  void aStateIsToldWithItsCodeAndTheWayOut(State state) throws Exception {
    arrange(state);

    JsonNode status = json(state.exit, "auth:status", "--json", "--timeout", "1s");
    assertThat(status.path("store_state").asString()).isEqualTo(state.word);
    assertThat(status.path("problem").asString()).isEqualTo(state.code);

    JsonNode doctor = json(state.exit, "doctor", "--json", "--timeout", "1s");
    JsonNode finding =
        doctor
            .path("checks")
            .valueStream()
            .filter(check -> check.path("id").asString().startsWith("store:"))
            .findFirst()
            .orElseThrow()
            .path("findings")
            .get(0);
    assertThat(finding.path("code").asString()).isEqualTo(state.code);
    assertThat(finding.path("mend").asString("")).isNotEmpty();

    JsonNode keychain = json(state.exit, "stores", "--json", "--timeout", "1s").get(0);
    assertThat(keychain.path("store").asString()).isEqualTo("keychain");
    assertThat(keychain.path("position").asInt()).isEqualTo(1);
    assertThat(keychain.path("state").asString()).isEqualTo(state.word);
    assertThat(keychain.path("code").asString()).isEqualTo(state.code);
    assertThat(keychain.path("exit").asInt()).isEqualTo(state.exit);
    String hint = keychain.path("hint").asString("");
    assertThat(hint).isNotEmpty();

    String text = run("stores", "--timeout", "1s").stdout();
    assertThat(text)
        .containsPattern("(?m)^keychain +" + state.word + " +in use\n  \\S.*\n  \\S")
        .contains(hint);
    assertThat(run("auth:status", "--timeout", "1s").stdout())
        .contains(state.word + ": " + keychain.path("reason").asString(), hint);
    assertThat(service == null ? List.of() : service.calls()).doesNotContain("Unlock", "Prompt");
  }

  @ParameterizedTest
  @EnumSource(names = "LOCKED")
  void aReadyOneIsReadyAndListed(State locked) throws Exception {
    arrange(locked);
    Objects.requireNonNull(service).unlock();

    JsonNode stores = json(0, "stores", "--json", "--store", "netrc,keychain");
    assertThat(stores.valueStream().map(store -> store.path("store").asString()))
        .containsExactly(
            "netrc:" + environment.get("HOME") + "/.netrc", "keychain", "heroku-cli", "memory");
    assertThat(stores.valueStream().map(store -> store.path("position").asInt(0)))
        .containsExactly(1, 2, 0, 0);
    assertThat(stores.get(1).path("state").asString()).isEqualTo("ready");
    assertThat(stores.get(1).path("code").isNull()).isTrue();
    assertThat(run("stores", "--store", "netrc,keychain").stdout())
        .containsPattern("keychain +ready +in use, 2 of 2");
    assertThat(json(100, "auth:status", "--json").path("store_state").asString())
        .isEqualTo("ready");
    assertThat(run("doctor").exit()).isZero();
  }
}
