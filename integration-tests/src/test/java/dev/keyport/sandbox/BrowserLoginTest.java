package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.ApiClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class BrowserLoginTest {
  private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");

  private final TestClock clock = new TestClock();
  private Sandbox sandbox;
  private ApiClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    client = ApiClient.of(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void passwordAndConsentLetTheCommandIn() {
    JsonNode login = begin("a <laptop> & \"more\"");
    CompletableFuture<Reply> outcome = poll(login);
    Reply page = client.get(browser(login));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.text())
        .contains("<label for=\"email\">", "<label for=\"password\">", "<html lang=\"en\">")
        .contains("a &lt;laptop&gt; &amp; &quot;more&quot;")
        .doesNotContain("<script");

    Reply consent = submit(login, password(sandbox.accounts().main()));
    assertThat(consent.text()).contains("dev@example.com");
    assertThat(outcome).isNotDone();
    Reply done = submit(login, Map.of("proof", proof(consent), "action", "approve"));

    assertThat(done.status()).isEqualTo(200);
    String token = outcome.join().at("/access_token");
    ApiClient command = client.withToken(token);
    assertThat(command.get("/account").at("/email")).isEqualTo("dev@example.com");
    assertThat(command.get("/oauth/sessions").at("/0/description"))
        .isEqualTo("a <laptop> & \"more\"");
    assertThat(command.get("/oauth/authorizations").text()).doesNotContain("laptop");
    assertThat(client.get(browser(login)).status()).isEqualTo(410);
    assertThat(command.delete("/oauth/sessions/~").status()).isEqualTo(200);
    assertThat(sandbox.isAlive(token)).isFalse();
  }

  @Test
  void secondFactorIsAskedForWhereThereIsOne() {
    for (SeededAccount account : new SeededAccount[] {otp(), sandbox.accounts().mfa()}) {
      JsonNode login = begin("x");
      Reply asked = submit(login, password(account));
      assertThat(asked.text()).contains("<label for=\"code\">").doesNotContain("approve");
      String proof = proof(asked);

      Reply early = submit(login, Map.of("proof", proof, "action", "approve"));
      assertThat(early.status()).isEqualTo(422);
      Reply wrong = submit(login, Map.of("proof", proof, "code", "000"));
      assertThat(wrong.text()).contains("role=\"alert\"").contains("<label for=\"code\">");
      String code = sandbox.code(account.email());
      Reply consent = submit(login, Map.of("proof", proof, "code", code));
      assertThat(submit(login, Map.of("proof", proof, "code", code)).text()).contains("password");
      submit(login, Map.of("proof", proof(consent), "action", "approve"));

      assertThat(sandbox.isAlive(poll(login).join().at("/access_token"))).isTrue();
    }
  }

  @Test
  void wrongPasswordKeepsTheEmailAndAsksAgain() {
    JsonNode login = begin("x");
    Reply again = submit(login, Map.of("email", "dev@example.com\"><b>", "password", "wrong"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text())
        .contains("role=\"alert\"", "value=\"dev@example.com&quot;&gt;&lt;b&gt;\"")
        .doesNotContain("wrong");
    assertThat(submit(login, password(sandbox.accounts().suspended())).text())
        .contains("suspended");
    assertThat(sandbox.pendingLogins()).hasSize(1);
  }

  @Test
  void federatedAccountHasNoPassword() {
    assertThat(submit(begin("x"), password(sandbox.accounts().federated())).status())
        .isEqualTo(422);
  }

  @Test
  void denialIsToldToTheCommand() {
    JsonNode login = begin("x");
    CompletableFuture<Reply> outcome = poll(login);

    assertThat(submit(login, Map.of("action", "deny")).status()).isEqualTo(200);

    assertThat(outcome.join().at("/error")).isEqualTo("The login was denied.");
  }

  @Test
  void otherTokensAreToldNothing() {
    JsonNode login = begin("x");
    JsonNode other = begin("y");
    String path = login.path("cli_url").asString();
    assertThat(client.get(path).status()).isEqualTo(401);
    Reply refused = client.withToken(other.path("token").asString()).get(path);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().propertyNames()).containsExactly("error");
    assertThat(client.get("/auth/cli/none").status()).isEqualTo(404);
    assertThat(client.get("/auth/browser/none").status()).isEqualTo(404);
    assertThat(client.post("/auth", "[]").status()).isEqualTo(400);
  }

  @Test
  void loginNotFinishedInTimeIsOver() {
    JsonNode login = begin("x");
    clock.advance(Duration.ofMinutes(10));

    assertThat(client.get(browser(login)).status()).isEqualTo(410);
    assertThat(poll(login).join().at("/error")).isEqualTo("The login timed out.");
    assertThat(sandbox.pendingLogins()).isEmpty();
  }

  @Test
  void testsDecideWithoutAPage() {
    JsonNode approved = begin("first");
    JsonNode denied = begin("second");
    CompletableFuture<Reply> outcome = poll(approved);
    Await.until("the command asks", () -> sandbox.pendingLogins().get(0).awaited());
    PendingLogin pending = sandbox.pendingLogins().get(0);
    assertThat(pending.description()).isEqualTo("first");
    assertThat(pending.page().toString()).isEqualTo(sandbox.auth() + browser(approved));

    assertThat(sandbox.approveLogin(pending.id(), "otp@example.com")).isTrue();
    assertThat(sandbox.approveLogin(pending.id(), "otp@example.com")).isFalse();
    assertThat(sandbox.denyLogin(sandbox.pendingLogins().get(0).id(), "No.")).isTrue();

    String token = outcome.join().at("/access_token");
    assertThat(client.withToken(token).get("/account").at("/email")).isEqualTo("otp@example.com");
    assertThat(poll(denied).join().at("/error")).isEqualTo("No.");
  }

  @Test
  void controlCallsDecideToo() {
    JsonNode login = begin("first");
    assertThat(client.get("/__sandbox/logins").at("/0/page")).isEqualTo(browser(login));
    String body = "{\"action\":\"approve\",\"email\":\"dev@example.com\"}";
    assertThat(client.post("/__sandbox/logins", body).status()).isEqualTo(200);
    assertThat(sandbox.isAlive(poll(login).join().at("/access_token"))).isTrue();
    assertThat(client.get("/__sandbox/logins").json()).isEmpty();
    JsonNode second = begin("second");
    client.post("/__sandbox/logins", "{\"action\":\"deny\",\"message\":\"No.\"}");
    assertThat(poll(second).join().at("/error")).isEqualTo("No.");
  }

  @Test
  void autoApproveFinishesTheLoginAtTheFirstLook() throws IOException {
    try (Sandbox approving = Sandbox.start(SandboxOptions.defaults().withAutoApprove())) {
      ApiClient there = ApiClient.of(approving);
      JsonNode login = there.post("/auth", "{\"description\":\"x\"}").json();
      there.send("HEAD", browser(login), Optional.empty());
      assertThat(approving.pendingLogins()).hasSize(1);

      assertThat(there.get(browser(login)).status()).isEqualTo(200);

      Reply outcome =
          there.withToken(login.path("token").asString()).get(login.path("cli_url").asString());
      ApiClient command = there.withToken(outcome.at("/access_token"));
      assertThat(command.get("/account").at("/email")).isEqualTo("dev@example.com");
    }
  }

  @Test
  void faultsMeetTheLoginServiceAndItIsLogged() {
    sandbox.faults().add(Fault.status(503, "POST", "/auth"));
    assertThat(client.post("/auth", "{}").status()).isEqualTo(503);
    assertThat(client.post("/auth", "{}").status()).isEqualTo(201);
    assertThat(sandbox.requests()).allMatch(entry -> entry.server().equals("auth"));
  }

  @Test
  void closingEndsTheWaiting() {
    CompletableFuture<Reply> outcome = poll(begin("x"));
    Await.until("the command asks", () -> sandbox.pendingLogins().get(0).awaited());
    sandbox.close();
    assertThat(outcome.handle((reply, failure) -> "ended").join()).isEqualTo("ended");
  }

  @Test
  void identityProvidersPageHasATokenToCopy() {
    Reply page = client.get("/saml/" + Sandbox.ORGANIZATION + "/init?cli=true");
    assertThat(page.status()).isEqualTo(200);
    Matcher token = Pattern.compile("<code>(HRKU-[^<]+)</code>").matcher(page.text());
    assertThat(token.find()).isTrue();
    Reply account = client.withToken(token.group(1)).get("/account");
    assertThat(account.at("/email")).isEqualTo("sso@example.com");
    assertThat(account.json().path("federated").asBoolean()).isTrue();
    assertThat(client.withToken(token.group(1)).get("/oauth/sessions").json()).hasSize(1);
    assertThat(client.get("/saml/nobody/init?cli=true").status()).isEqualTo(404);
    assertThat(sandbox.sso(Sandbox.ORGANIZATION).toString()).endsWith("/init?cli=true");
  }

  private SeededAccount otp() {
    return sandbox.accounts().otp();
  }

  private JsonNode begin(String description) {
    Reply reply = client.post("/auth", Json.write(Json.object().put("description", description)));
    assertThat(reply.status()).isEqualTo(201);
    return reply.json();
  }

  private CompletableFuture<Reply> poll(JsonNode login) {
    ApiClient command = client.withToken(login.path("token").asString());
    return CompletableFuture.supplyAsync(() -> command.get(login.path("cli_url").asString()));
  }

  private Reply submit(JsonNode login, Map<String, String> fields) {
    return client.submit(browser(login), fields);
  }

  private static String browser(JsonNode login) {
    return login.path("browser_url").asString();
  }

  private static Map<String, String> password(SeededAccount account) {
    return Map.of("email", account.email(), "password", account.password(), "action", "log-in");
  }

  private static String proof(Reply page) {
    Matcher proof = PROOF.matcher(page.text());
    assertThat(proof.find()).as(page.text()).isTrue();
    return proof.group(1);
  }
}
