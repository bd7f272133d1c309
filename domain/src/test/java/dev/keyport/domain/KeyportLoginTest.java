package dev.keyport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiContext;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiName;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.AuthApiProvider;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.AdapterException;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.testkit.InMemoryHeroku;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyportLoginTest {
  private static final Host API = Host.parse("api.heroku.com");
  private static final Host GIT = Host.parse("git.heroku.com");
  private static final String ANN = "ann@example.com";

  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final InMemoryHeroku heroku = new InMemoryHeroku();
  private final Deque<String> typed = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final Interaction person =
      Interaction.asking(
          question -> {
            told.add(question);
            return typed.pollFirst();
          },
          question -> {
            told.add(question);
            String secret = typed.pollFirst();
            return secret == null ? null : Secret.of(secret);
          },
          told::add);

  private Keyport.Builder builder(Map<String, String> environment) {
    return named(environment).store(store);
  }

  private Keyport.Builder named(Map<String, String> environment) {
    return Keyport.builder()
        .machine(new Machine(environment, Path.of("/home/ann"), "Linux"))
        .store("memory")
        .api(heroku)
        .application("my-tool/2.1");
  }

  private static PasswordLogin login(String password) {
    return new PasswordLogin(
        ANN, Secret.of(password), Optional.empty(), "my tool", Optional.of(Duration.ofDays(1)));
  }

  @Test
  void aPasswordBecomesACredentialForBothHostsUntilTheLogout() {
    heroku.addAccount(ANN, "correct", "123456");
    try (Keyport keyport = builder(Map.of()).keepFor(Duration.ofHours(1)).build()) {
      assertThat(keyport.find(API)).as("kept from now on, that there is none").isEmpty();
      PasswordLogin login = login("correct");
      assertThatThrownBy(() -> keyport.logIn(login))
          .isInstanceOf(ApiException.TwoFactorRequired.class);
      assertThat(store.list()).isEmpty();

      LoggedIn done = keyport.logIn(login.withSecondFactor(Secret.of("123456")));

      assertThat(done.account()).isEqualTo(ANN);
      assertThat(store.list())
          .containsExactly(new CredentialId(API, ANN), new CredentialId(GIT, ANN));
      Credential found = keyport.find(API).orElseThrow();
      assertThat(keyport.api().account(found.secret()).email()).isEqualTo(ANN);

      assertThat(keyport.logOut()).hasSize(1);
      assertThat(keyport.find(API)).isEmpty();
      assertThat(heroku.authorizationIds(ANN)).isEmpty();
      assertThat(keyport.logOut()).isEmpty();
    }
    assertThat(heroku.calls()).last().isEqualTo("close");
  }

  @Test
  void aPersonIsAskedByTheProgramsOwnPrompts() {
    heroku.addAccount(ANN, "correct", "123456");
    typed.addAll(List.of(ANN, "wrong", "correct", "123456"));
    try (Keyport keyport = builder(Map.of()).build()) {
      assertThat(keyport.logIn(person).account()).isEqualTo(ANN);
    }
    assertThat(told).first().isEqualTo("Email");
    assertThat(told).anyMatch(line -> line.startsWith("warning: "));
    assertThat(told).noneMatch(line -> line.contains("correct") || line.contains("123456"));
  }

  @Test
  void aPersonWhoStopsStopsTheLogin() {
    heroku.addAccount(ANN, "correct");
    typed.add(ANN);
    try (Keyport keyport = builder(Map.of()).build()) {
      assertThatThrownBy(() -> keyport.logIn(person))
          .isInstanceOf(InterruptedByPersonException.class);
    }
    assertThat(store.list()).isEmpty();
  }

  @Test
  void anEnvironmentsTokenWouldWinOverALogin() {
    heroku.addAccount(ANN, "correct");
    Map<String, String> environment = Map.of("HEROKU_API_KEY", "of-environment");
    try (Keyport keyport = builder(environment).build()) {
      assertThat(keyport.logIn(login("correct")).account())
          .as("not over one into a store of the program's own")
          .isEqualTo(ANN);
    }
    List<String> before = heroku.calls();
    try (Keyport keyport = named(environment).build()) {
      assertThatThrownBy(() -> keyport.logIn(login("correct")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("HEROKU_API_KEY");
      assertThat(heroku.calls()).isEqualTo(before);
    }
  }

  @Test
  void withoutAnAdapterForTheApiTheOneToAddIsNamedAndReadingGoesOn() {
    try (Keyport keyport =
        Keyport.builder()
            .machine(new Machine(Map.of(), Path.of("/home/ann"), "Linux"))
            .store(store)
            .build()) {
      assertThatThrownBy(() -> keyport.logIn(login("correct")))
          .isInstanceOfSatisfying(
              UsageException.class,
              e -> {
                assertThat(e.message()).contains("the API \"heroku\" is not on the class");
                assertThat(e.hint())
                    .contains("add dev.keyport:keyport-http; there are no APIs here");
              });
      assertThat(keyport.find(API)).isEmpty();
    }
  }

  /** Fails as it opens. */
  @ApiName("clumsy")
  public static final class ClumsyProvider implements AuthApiProvider {
    @Override
    public AuthApi open(ApiContext context) {
      throw new IllegalStateException("out of order");
    }
  }

  /** One of two. */
  @ApiName("twice")
  public static final class OneProvider implements AuthApiProvider {
    @Override
    public AuthApi open(ApiContext context) {
      throw new AssertionError("which of the two is not for chance to say");
    }
  }

  /** The other. */
  @ApiName("twice")
  public static final class OtherProvider implements AuthApiProvider {
    @Override
    public AuthApi open(ApiContext context) {
      throw new AssertionError("which of the two is not for chance to say");
    }
  }

  @Test
  void anApiThatFailsAsItOpensOrIsThereTwiceIsToldOf(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(
        services.resolve(AuthApiProvider.class.getName()),
        Stream.of(ClumsyProvider.class, OneProvider.class, OtherProvider.class)
            .map(Class::getName)
            .toList());
    URL[] here = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(here, getClass().getClassLoader())) {
      for (String name : List.of("clumsy", "twice")) {
        try (Keyport keyport =
            Keyport.builder()
                .machine(new Machine(Map.of(), Path.of("/home/ann"), "Linux"))
                .store(store)
                .classLoader(loader)
                .api(name)
                .build()) {
          assertThatThrownBy(keyport::api)
              .isInstanceOfSatisfying(
                  AdapterException.class,
                  e -> assertThat(e.code()).isEqualTo(ErrorCode.ADAPTER_FAILED));
        }
      }
    }
  }

  @Test
  void anApiWithoutALoginServiceHasNoLoginInTheBrowser() {
    try (Keyport keyport = builder(Map.of()).build()) {
      assertThatThrownBy(() -> keyport.logInWithBrowser(person)).isInstanceOf(UsageException.class);
    }
  }

  @Test
  void promptsHavePresetsAndAPageIsTold() {
    typed.addAll(List.of("", "b", "", "Y", "maybe"));

    assertThat(person.ask("Email", Optional.of("a"))).isEqualTo("a");
    assertThat(person.ask("Email", Optional.of("a"))).isEqualTo("b");
    assertThat(person.confirm("Go on?", true)).isTrue();
    assertThat(person.confirm("Go on?", false)).isTrue();
    assertThat(person.confirm("Go on?", true)).isFalse();
    person.open(URI.create("https://a.example/page"), new BrowserChoice.Usual());
    try (Interaction.Waiting waiting = person.waitFor("the login", Duration.ofMinutes(10))) {
      assertThat(waiting).isNotNull();
    }
    person.tell("done");
    assertThat(person.canAsk()).isTrue();
    assertThat(told)
        .contains(
            "Email [a]",
            "Go on? [Y/n]",
            "Go on? [y/N]",
            "Log in on this page: https://a.example/page")
        .last()
        .isEqualTo("done");
  }
}
