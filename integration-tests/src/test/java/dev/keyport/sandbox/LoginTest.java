package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.ApiClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {
  private static final String PATH = "/oauth/authorizations";
  private static final String BODY =
      "{\"description\":\"login\",\"expires_in\":2592000,\"scope\":[\"global\"]}";

  private final TestClock clock = new TestClock();
  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void passwordBecomesToken() {
    Reply reply = login(sandbox.accounts().main()).post(PATH, BODY);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().at("/access_token/expires_in").asInt()).isEqualTo(2_592_000);
    String token = reply.at("/access_token/token");
    assertThat(token).startsWith("HRKU-").hasSize(65);
    assertThat(sandbox.isAlive(token)).isTrue();
    ApiClient client = ApiClient.of(sandbox);
    assertThat(client.withToken(token).get("/account").at("/email")).isEqualTo("dev@example.com");
    assertThat(client.withBasic("anything", token).get("/account").status()).isEqualTo(200);
  }

  @Test
  void emailsCaseDoesNotMatter() {
    SeededAccount main = sandbox.accounts().main();
    ApiClient client = ApiClient.of(sandbox).withBasic("DEV@Example.com", main.password());
    assertThat(client.post(PATH, BODY).status()).isEqualTo(201);
  }

  @Test
  void wrongPasswordIsRefusedWithAChallenge() {
    Reply reply = ApiClient.of(sandbox).withBasic("dev@example.com", "wrong").post(PATH, BODY);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.error()).isEqualTo("unauthorized");
    assertThat(reply.header("WWW-Authenticate")).contains("Basic realm=\"Heroku\"");
  }

  @Test
  void passwordOpensNothingButTheLogin() {
    assertThat(login(sandbox.accounts().main()).get("/account").error()).isEqualTo("unauthorized");
  }

  @Test
  void wrongPasswordDoesNotTellOfTheSecondFactor() {
    ApiClient client = ApiClient.of(sandbox).withBasic("otp@example.com", "wrong");
    Reply reply = client.with("Heroku-Two-Factor-Code", "123456").post(PATH, BODY);
    assertThat(reply.error()).isEqualTo("unauthorized");
    assertThat(reply.header("Heroku-Two-Factor-Required")).isEmpty();
  }

  @Test
  void secondFactorIsAskedForAndTakenOnce() {
    ApiClient client = login(sandbox.accounts().otp());

    Reply asked = client.post(PATH, BODY);
    assertThat(asked.status()).isEqualTo(403);
    assertThat(asked.error()).isEqualTo("two_factor");
    assertThat(asked.header("Heroku-Two-Factor-Required")).contains("true");

    ApiClient withCode = client.with("Heroku-Two-Factor-Code", sandbox.code("otp@example.com"));
    assertThat(withCode.post(PATH, BODY).status()).isEqualTo(201);
    Reply replayed = withCode.post(PATH, BODY);
    assertThat(replayed.status()).isEqualTo(401);
    assertThat(replayed.error()).isEqualTo("invalid_two_factor_code");
  }

  @Test
  void codeOfTheStepBeforeIsTakenAndAnOlderOneIsNot() {
    ApiClient client = login(sandbox.accounts().otp());
    ApiClient withCode = client.with("Heroku-Two-Factor-Code", sandbox.code("otp@example.com"));
    clock.advance(Duration.ofSeconds(60));
    assertThat(withCode.post(PATH, BODY).error()).isEqualTo("invalid_two_factor_code");

    ApiClient withNext = client.with("Heroku-Two-Factor-Code", sandbox.code("otp@example.com"));
    clock.advance(Duration.ofSeconds(30));
    assertThat(withNext.post(PATH, BODY).status()).isEqualTo(201);
  }

  @Test
  void recoveryCodeWorksOnce() {
    SeededAccount otp = sandbox.accounts().otp();
    String code = otp.recoveryCodes().iterator().next();
    ApiClient client = login(otp).with("Heroku-Two-Factor-Code", code);

    assertThat(client.post(PATH, BODY).status()).isEqualTo(201);
    assertThat(client.post(PATH, BODY).error()).isEqualTo("invalid_two_factor_code");
  }

  @Test
  void newRecoveryCodesReplaceTheOldOnes() {
    SeededAccount otp = sandbox.accounts().otp();
    String token = sandbox.issueToken(otp.email(), List.of("global"), Optional.empty());
    ApiClient client = ApiClient.of(sandbox).withToken(token);
    assertThat(client.post("/account/recovery-codes").error()).isEqualTo("two_factor");

    Reply reply = client.with("Heroku-Password", otp.password()).post("/account/recovery-codes");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().size()).isEqualTo(10);
    String old = otp.recoveryCodes().iterator().next();
    assertThat(login(otp).with("Heroku-Two-Factor-Code", old).post(PATH, BODY).status())
        .isEqualTo(401);
    assertThat(login(otp).with("Heroku-Two-Factor-Code", reply.at("/0")).post(PATH, BODY).status())
        .isEqualTo(201);
  }

  @Test
  void accountsThatRefuseTheirPasswordSayWhy() {
    SeededAccounts accounts = sandbox.accounts();
    assertThat(login(accounts.mfa()).post(PATH, BODY).error()).isEqualTo("mfa_required");
    assertThat(login(accounts.device()).post(PATH, BODY).error())
        .isEqualTo("device_trust_required");
    assertThat(login(accounts.suspended()).post(PATH, BODY).error()).isEqualTo("suspended");
    String token = accounts.suspended().defaultToken().orElseThrow();
    assertThat(ApiClient.of(sandbox).withToken(token).get("/account").error())
        .isEqualTo("suspended");
  }

  private ApiClient login(SeededAccount account) {
    return ApiClient.of(sandbox).withBasic(account.email(), account.password());
  }
}
