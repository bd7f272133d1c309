package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Command.Ended;
import dev.keyport.it.verbs.InProcess;
import dev.keyport.it.verbs.Stage;
import dev.keyport.it.verbs.Start;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account's OAuth authorizations, from the first to the last verb. */
class AuthorizationsIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private Stage stage;

  @BeforeEach
  void logIn() {
    stage = Stage.set(folder, Start.LOGIN);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private Ended run(String... words) {
    return new InProcess().run(List.of(words), "", stage.environment());
  }

  private JsonNode json(String... words) {
    Ended ended = run(words);
    assertThat(ended.exit()).as(stage.masked(ended.stderr())).isZero();
    return JSON.readTree(ended.stdout());
  }

  private boolean works(String token) {
    return stage.live().stream().anyMatch(live -> live.token().equals(token));
  }

  @Test
  void oneIsMadeListedChangedRotatedAndRevoked() {
    JsonNode made =
        json("authorizations:create", "-d", "deploy", "-s", "read", "-e", "1h", "--json");
    String token = made.path("token").asString();
    assertThat(works(token)).isTrue();
    assertThat(made.path("expires_in").asInt()).isBetween(3500, 3600);
    assertThat(made.path("scope").get(0).asString()).isEqualTo("read");

    assertThat(json("authorizations", "--json").findValuesAsString("description"))
        .contains("deploy")
        .hasSize(4);
    assertThat(run("authorizations").stdout()).contains("deploy").doesNotContain(token);
    assertThat(json("authorizations:info", "deploy", "--json").path("token").asString())
        .contains("**********")
        .isNotEqualTo(token);
    assertThat(run("authorizations:update", "deploy", "-d", "nightly").exit()).isZero();

    String rotated = json("authorizations:rotate", "nightly", "--json").path("token").asString();
    assertThat(works(rotated)).isTrue();
    assertThat(works(token)).isFalse();

    assertThat(run("authorizations:destroy", made.path("id").asString()).exit()).isZero();
    assertThat(works(rotated)).isFalse();
    assertThat(run("authorizations:info", "nightly").exit()).isEqualTo(104);
  }

  @Test
  void shortPrintsTheTokenAlone() {
    String token = run("authorizations:create", "--short").stdout().strip();

    assertThat(works(token)).isTrue();
  }

  @Test
  void theLoginsOwnIsLeftAlone() {
    String own =
        stage.live().stream()
            .filter(live -> stage.stored().contains(live.token()))
            .map(live -> live.id().toString())
            .findFirst()
            .orElseThrow();

    for (String verb : List.of("authorizations:revoke", "authorizations:rotate")) {
      Ended ended = run(verb, own);
      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.stderr()).contains("keyport auth:rotate", "keyport logout");
    }
    assertThat(run("whoami").exit()).isZero();
  }

  @Test
  void anUnknownScopeIsRefused() {
    Ended ended = run("authorizations:create", "-s", "everything");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.stderr()).contains("scope");
  }

  @Test
  void anAmbiguousDescriptionTouchesNothing() {
    assertThat(run("authorizations:create", "-d", "same").exit()).isZero();
    assertThat(run("authorizations:create", "-d", "same").exit()).isZero();

    assertThat(run("authorizations:revoke", "same").exit()).isEqualTo(2);
    assertThat(run("authorizations").stdout().lines()).hasSize(5);
  }
}
