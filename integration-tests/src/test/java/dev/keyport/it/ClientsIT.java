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

/** The account's OAuth clients and browser sessions, from the first to the last verb. */
class ClientsIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String URI = "https://board.example.com/auth";

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

  private String out(String... words) {
    Ended ended = run(words);
    assertThat(ended.exit()).as(stage.masked(ended.stderr())).isZero();
    return ended.stdout();
  }

  private JsonNode json(String... words) {
    return JSON.readTree(out(words));
  }

  @Test
  void aClientIsMadeShownChangedRotatedAndRemoved() {
    String made = out("clients:create", "board", URI);
    assertThat(made).matches("HEROKU_OAUTH_ID=\\S+\nHEROKU_OAUTH_SECRET=\\S+\n");
    assertThat(out("clients:info", "board", "--shell")).isEqualTo(made);
    JsonNode shown = json("clients:info", "board", "--json");
    String secret = shown.path("secret").asString();
    assertThat(made).endsWith("=" + secret + "\n");
    assertThat(out("clients:info", "board")).contains("****").doesNotContain(secret);
    assertThat(out("clients") + out("clients", "--json")).contains(URI).doesNotContain(secret);

    assertThat(out("clients:update", "board", "--name", "app", "--url", "http://localhost:80/"))
        .endsWith(" app\n");
    String rotated = json("clients:rotate", "app", "--json").path("secret").asString();
    assertThat(rotated).isNotEqualTo(secret).isNotEmpty();
    assertThat(out("clients:destroy", shown.path("id").asString())).startsWith("Destroyed ");
    assertThat(run("clients:info", "app").exit()).isEqualTo(104);
    assertThat(out("clients")).isEmpty();
  }

  @Test
  void anAuthorizationIsGivenToAClientThatProvesItself() {
    JsonNode client = json("clients:create", "board", URI, "--json");
    String id = client.path("id").asString();
    out("authorizations:create", "-d", "deploy");
    List<String> update =
        List.of("authorizations:update", "deploy", "--client-id", id, "--client-secret-stdin");

    Ended wrong = new InProcess().run(update, "not-the-secret\n", stage.environment());
    Ended right =
        new InProcess().run(update, client.path("secret").asString() + "\n", stage.environment());

    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.stderr()).doesNotContain("not-the-secret");
    assertThat(right.exit()).as(stage.masked(right.stderr())).isZero();
    assertThat(right.stdout()).contains("Client:      board");
    assertThat(run("authorizations:rotate", "deploy").exit()).isEqualTo(103);
  }

  @Test
  void sessionsAreListedAndEnded() {
    String email = stage.filled("{email}");
    String one = stage.sandbox().issueSession(email);
    stage.sandbox().issueSession(email);

    JsonNode all = json("sessions", "--json");
    assertThat(all.findValuesAsString("description"))
        .containsExactly("Browser login", "Browser login");
    assertThat(run("sessions:destroy", "Browser login").exit()).isEqualTo(2);
    for (JsonNode session : all) {
      out("sessions:destroy", session.path("id").asString());
    }

    assertThat(out("sessions")).isEmpty();
    assertThat(stage.live()).noneMatch(live -> live.token().equals(one));
    assertThat(run("sessions:destroy", all.get(0).path("id").asString()).exit()).isEqualTo(104);
  }
}
