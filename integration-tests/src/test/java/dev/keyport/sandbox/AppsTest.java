package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.ApiClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppsTest {
  private final TestClock clock = new TestClock();
  private Sandbox sandbox;
  private ApiClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock).withPageSize(4));
    client = ApiClient.loggedIn(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void ownAppsAreListedByName() {
    Reply reply = client.get("/apps");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(names(reply)).containsExactly("keyport-demo", "keyport-worker");
    assertThat(reply.header("Next-Range")).isEmpty();
    assertThat(reply.header("Accept-Ranges")).contains("id, name, updated_at");
    assertThat(reply.header("Content-Range")).contains("name keyport-demo..keyport-worker; max=4");
    assertThat(reply.at("/0/git_url")).isEqualTo(sandbox.git("keyport-demo").toString());
    assertThat(client.get("/users/~/apps").text()).isEqualTo(reply.text());
  }

  @Test
  void appIsFoundByNameAndId() {
    Reply byName = client.get("/apps/keyport-demo");
    assertThat(byName.at("/owner/email")).isEqualTo("dev@example.com");
    assertThat(byName.header("Last-Modified")).contains("Fri, 2 Jan 2026 03:04:05 GMT");
    assertThat(client.get("/apps/" + byName.at("/id")).text()).isEqualTo(byName.text());
    assertThat(client.get("/apps/somebody-elses").at("/resource")).isEqualTo("app");
    assertThat(client.get("/apps/nowhere").at("/resource")).isEqualTo("app");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name ..; max=3",
        "name ..; max=3,order=desc",
        "id ..; max=3",
        "updated_at ..; max=3"
      })
  void pagesEndAndHoldEveryAppOnce(String firstRange) {
    for (int i : IntStream.range(0, 9).toArray()) {
      clock.advance(Duration.ofSeconds(i % 2));
      sandbox.addApp("dev@example.com", "app-" + i);
    }
    List<String> seen = new ArrayList<>();
    Optional<String> range = Optional.of(firstRange);
    int pages = 0;
    while (range.isPresent()) {
      Reply page = client.with("Range", range.get()).get("/apps");
      range = page.header("Next-Range");
      assertThat(page.status()).isEqualTo(range.isPresent() ? 206 : 200);
      seen.addAll(names(page));
      assertThat(++pages).isLessThan(20);
    }
    assertThat(pages).isGreaterThan(1);
    assertThat(seen).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void pageIsCutWithoutBeingAsked() throws IOException {
    for (String name : List.of("app-a", "app-b", "app-c")) {
      sandbox.addApp("dev@example.com", name);
    }
    Reply first = client.get("/apps");
    assertThat(first.status()).isEqualTo(206);
    assertThat(first.header("Next-Range")).contains("name ]keyport-demo..; max=4");
  }

  @Test
  void rangeHasTwoEnds() {
    assertThat(names(client.with("Range", "name a..keyport-demo").get("/apps")))
        .containsExactly("keyport-demo");
    assertThat(names(client.with("Range", "name ]keyport-demo..").get("/apps")))
        .containsExactly("keyport-worker");
    assertThat(names(client.with("Range", "name x..").get("/apps"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"colour ..", "name", "name ..; max=0", "name ..; max=1001", "name ..; sort=up"})
  void rangeThatMakesNoSenseIsRefused(String range) {
    Reply reply = client.with("Range", range).get("/apps");
    assertThat(reply.status()).isEqualTo(416);
    assertThat(reply.error()).isEqualTo("requested_range_not_satisfiable");
  }

  @Test
  void guardedAppAsksForASecondFactorAndRemembersItForAWhile() {
    String token = sandbox.issueToken("otp@example.com", List.of("global"), Optional.empty());
    ApiClient otp = client.withToken(token);
    Reply asked = otp.get("/apps/keyport-guarded");
    assertThat(asked.status()).isEqualTo(403);
    assertThat(asked.error()).isEqualTo("two_factor");
    assertThat(asked.at("/app/name")).isEqualTo("keyport-guarded");

    String path = "/apps/keyport-guarded/pre-authorizations";
    assertThat(otp.put(path).error()).isEqualTo("two_factor");
    assertThat(otp.with("Heroku-Two-Factor-Code", "000").put(path).status()).isEqualTo(401);
    ApiClient withCode = otp.with("Heroku-Two-Factor-Code", sandbox.code("otp@example.com"));
    assertThat(withCode.put(path).text()).isEqualTo("{}");
    assertThat(otp.get("/apps/keyport-guarded").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(10));
    assertThat(otp.get("/apps/keyport-guarded").status()).isEqualTo(403);
  }

  private static List<String> names(Reply reply) {
    return reply.json().valueStream().map(app -> app.path("name").asString()).toList();
  }
}
