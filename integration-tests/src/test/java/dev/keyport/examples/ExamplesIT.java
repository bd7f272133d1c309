package dev.keyport.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.sandbox.Sandbox;
import dev.keyport.sandbox.SandboxOptions;
import dev.keyport.sandbox.SeededAccount;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What docs/embedding.md shows, run against the sandbox and a netrc of its own. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ExamplesIT {
  @SuppressWarnings("NullAway.Init") // before all
  private static Sandbox sandbox;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.defaults());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void takeThePropertiesBack() {
    for (SettingKey key : List.of(SettingKey.STORE, SettingKey.API_URL, SettingKey.GIT_HOST)) {
      System.clearProperty("keyport." + key.key());
    }
  }

  private Keyport.Builder ofTheSandbox() {
    return Keyport.builder()
        .machine(new Machine(Map.of(), folder, "Linux"))
        .store("netrc:" + netrc())
        .set(SettingKey.API_URL, sandbox.api().toString())
        .set(SettingKey.GIT_HOST, sandbox.git().toString());
  }

  private Path netrc() {
    return folder.resolve("netrc");
  }

  private String loggedIn() {
    SeededAccount account = sandbox.accounts().main();
    String token = sandbox.issueToken(account.email(), List.of("global"), Optional.empty());
    store(account.email(), token);
    return token;
  }

  private void store(String login, String token) {
    try (Keyport keyport = ofTheSandbox().build()) {
      for (Host host : keyport.endpoints().storedHosts()) {
        keyport.store().save(List.of(new Credential(host, login, Secret.of(token))));
      }
    }
  }

  @Test
  void aCredentialIsReadFromTheStoreThatTheUserChose() {
    String token = loggedIn();
    System.setProperty("keyport.store", "netrc:" + netrc());
    System.setProperty("keyport.api-url", sandbox.api().toString());
    List<String> sent = new ArrayList<>();

    Reading.read(sent::add);

    assertThat(sent).containsExactly("Bearer " + token);
  }

  /** Types what it is given, in order. */
  private record Typist(Deque<String> typed, List<String> printed) implements LoggingIn.Prompts {
    Typist(String... typed) {
      this(new ArrayDeque<>(List.of(typed)), new ArrayList<>());
    }

    @Override
    public String readLine(String prompt) {
      return typed.removeFirst();
    }

    @Override
    public char[] readPassword(String prompt) {
      return typed.removeFirst().toCharArray();
    }

    @Override
    public void printLine(String line) {
      printed.add(line);
    }
  }

  @Test
  void aLoginAsksByTheProgramsOwnPrompts() {
    SeededAccount account = sandbox.accounts().main();
    Typist console = new Typist(account.email(), "wrong", account.password());
    try (Keyport keyport = ofTheSandbox().build()) {
      LoggingIn.ask(keyport, console);

      assertThat(keyport.find(keyport.endpoints().apiHost()).orElseThrow().login())
          .isEqualTo(account.email());
    }
    assertThat(console.printed())
        .last()
        .isEqualTo("Logged in as " + account.email() + ", kept in netrc:" + netrc());
  }

  @Test
  void aLoginTakesAFormAndAsksForTheCodeWhereThereIsOne() {
    SeededAccount account = sandbox.accounts().otp();
    try (Keyport keyport = ofTheSandbox().build()) {
      var done =
          LoggingIn.submit(
              keyport,
              account.email(),
              account.password().toCharArray(),
              () -> sandbox.code(account.email()).toCharArray());
      assertThat(done.account()).isEqualTo(account.email());
    }
  }

  @Test
  void requestsCarryItAndOneThatIsRefusedCarriesTheNewOne() throws Exception {
    String token = loggedIn();
    String email = sandbox.accounts().main().email();
    URI account = sandbox.api().resolve("/account");
    try (Keyport keyport = ofTheSandbox().build()) {
      OkHttpClient okHttp = Requests.okHttp(keyport);
      HttpClient jdk = HttpClient.newHttpClient();
      assertThat(get(okHttp, account)).contains(email);
      assertThat(Requests.get(jdk, keyport, account).body()).contains(email);

      sandbox.revoke(token);
      assertThat(Requests.get(jdk, keyport, account).statusCode()).isEqualTo(401);
      loggedIn();
      assertThat(get(okHttp, account)).contains(email);
      assertThat(Requests.get(jdk, keyport, account).body()).contains(email);
    }
  }

  private static String get(OkHttpClient client, URI address) throws Exception {
    Request request = new Request.Builder().url(address.toString()).build();
    try (Response response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }

  @Test
  void eachUserOfAServerHasTheirOwn() throws Exception {
    Host host = Host.parse("git.example.com");
    for (String user : List.of("ann", "bob")) {
      Path home = Files.createDirectory(folder.resolve(user));
      try (Keyport keyport = Server.of(home)) {
        assertThat(keyport.find(host)).isEmpty();
        keyport.store().save(List.of(new Credential(host, user, Secret.of(user + "-token"))));
      }
      try (Keyport keyport = Server.of(home)) {
        assertThat(keyport.find(host).orElseThrow().login()).isEqualTo(user);
      }
    }
  }
}
