package dev.keyport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.AdapterException;
import dev.keyport.domain.error.ClosedException;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.FolderProfile;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.Settings;
import dev.keyport.domain.settings.SettingsProvider;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.domain.store.PolicySource;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StorePolicy;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.token.CachedCredential;
import dev.keyport.testkit.FaultyTokenStore;
import dev.keyport.testkit.ScriptedPerson;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyportTest {
  private static final Host HOST = Host.parse("a.example");
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final InMemoryTokenStore store = new InMemoryTokenStore();

  private static Machine machine(Map<String, String> environment) {
    return new Machine(environment, Path.of("/home/ann"), "Linux");
  }

  private static Credential credential(String host, String secret) {
    return new Credential(Host.parse(host), "ann", Secret.of(secret));
  }

  private static Keyport.Builder quiet() {
    return Keyport.builder().machine(machine(Map.of()));
  }

  @AfterEach
  void takeThePropertiesBack() {
    System.clearProperty("keyport.store");
    System.clearProperty("keyport.host");
  }

  /** Has nothing to say of any setting but how it failed. */
  public static final class OddSettings implements SettingsProvider {
    @Override
    public Settings settings(Machine machine) {
      throw new IllegalStateException("canary");
    }

    @Override
    public FolderProfile folder(Machine machine, Consumer<String> notices) {
      return FolderProfile.NONE;
    }
  }

  /** Answers what a policy must not. */
  public static final class OddPolicy implements PolicySource {
    @Override
    @SuppressWarnings("NullAway") // what somebody else's code may do all the same
    public StorePolicy of(Machine machine) {
      return null;
    }
  }

  @Test
  void anAdapterThatFailsAsItIsAskedIsToldOfByWhatItIsFor(@TempDir Path folder) throws Exception {
    Map<Class<?>, Class<?>> odd =
        Map.of(SettingsProvider.class, OddSettings.class, PolicySource.class, OddPolicy.class);
    for (Map.Entry<Class<?>, Class<?>> one : odd.entrySet()) {
      Path root = folder.resolve(one.getKey().getSimpleName());
      Path services = Files.createDirectories(root.resolve("META-INF/services"));
      Files.writeString(services.resolve(one.getKey().getName()), one.getValue().getName());
      try (URLClassLoader loader =
          new URLClassLoader(new URL[] {root.toUri().toURL()}, getClass().getClassLoader())) {
        assertThatThrownBy(() -> quiet().classLoader(loader).store("memory").build())
            .isInstanceOf(AdapterException.class)
            .hasMessageMatching("the adapter for the (settings|policy) failed: java\\.lang\\.\\w+")
            .hasMessageNotContaining("canary");
      }
    }
  }

  @Test
  void aThreadWhoseLoaderKnowsNoKeyportFindsItsAdaptersAllTheSame() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      for (ClassLoader other : Arrays.asList(ClassLoader.getPlatformClassLoader(), null)) {
        thread.setContextClassLoader(other);
        try (Keyport keyport = quiet().store("memory").build()) {
          assertThat(keyport.store().spec()).isEqualTo(StoreSpec.parse("memory"));
        }
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void itFindsInTheStoreNamed() {
    try (Keyport keyport = quiet().store("memory").build()) {
      keyport.store().save(List.of(credential("a.example", "s")));

      assertThat(keyport.find(HOST)).contains(credential("a.example", "s"));
      assertThat(keyport.find(credential("a.example", "s").id())).isPresent();
      assertThat(keyport.find(Host.parse("b.example"))).isEmpty();
    }
  }

  @Test
  void anEntryThatNamesThePortIsPreferred() {
    try (Keyport keyport = quiet().store(store).build()) {
      store.save(List.of(credential("a.example", "plain")));
      assertThat(keyport.find(Host.parse("a.example:80")))
          .contains(credential("a.example", "plain"));

      store.save(List.of(credential("a.example:80", "port")));
      assertThat(keyport.find(Host.parse("a.example:80")))
          .contains(credential("a.example:80", "port"));
      assertThat(keyport.find(HOST)).contains(credential("a.example", "plain"));
    }
  }

  @Test
  void theStoreIsTheProgramsElseThePropertysElseTheEnvironments() {
    Machine machine = machine(Map.of("KEYPORT_STORE", "of-environment"));
    Keyport.Builder builder = Keyport.builder().machine(machine);

    assertThatThrownBy(builder::build).hasMessageContaining("\"of-environment\"");
    System.setProperty("keyport.store", "of-property");
    assertThatThrownBy(builder::build).hasMessageContaining("\"of-property\"");
    builder.store("of-code");
    assertThatThrownBy(builder::build).hasMessageContaining("\"of-code\"");
    try (Keyport keyport = builder.store("memory").build()) {
      assertThat(keyport.store().spec()).isEqualTo(StoreSpec.parse("memory"));
    }
  }

  @Test
  void whoSetAValueThatCannotBeIsNamed() {
    System.setProperty("keyport.host", "http://far.example");
    try (Keyport keyport = quiet().store(store).build()) {
      assertThatThrownBy(keyport::endpoints)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("-Dkeyport.host");
    }
    try (Keyport keyport = quiet().store(store).set(SettingKey.HOST, "near.example").build()) {
      assertThat(keyport.endpoints().api()).isEqualTo(URI.create("https://api.near.example"));
    }
  }

  @Test
  void withoutAnyNameItIsNetrcWhichThisModuleDoesNotHave() {
    assertThatThrownBy(() -> quiet().build())
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> {
              assertThat(e.message()).contains("the store \"netrc\" is not on the class");
              assertThat(e.hint().orElse("")).contains("dev.keyport:keyport-netrc", "memory");
            });
  }

  @Test
  void aStoreThatCannotAnswerIsNotAnEmptyOne() {
    FaultyTokenStore faulty = new FaultyTokenStore();
    faulty.fail(FaultyTokenStore.Call.FIND, new StoreException.Locked("locked", null));
    try (Keyport keyport = quiet().store(faulty).build()) {
      assertThatThrownBy(() -> keyport.find(HOST)).isInstanceOf(StoreException.Locked.class);
    }
  }

  @Test
  void theEnvironmentsTokenIsForTheApiAndGitAndNobodyElse() {
    Machine machine = machine(Map.of("HEROKU_API_KEY", "of-environment"));
    try (Keyport keyport = Keyport.builder().machine(machine).store("memory").build()) {
      keyport
          .store()
          .save(List.of(credential("api.heroku.com", "stored"), credential("a.example", "stored")));
      for (String host : List.of("api.heroku.com", "git.heroku.com", "api.heroku.com:443")) {
        assertThat(keyport.find(Host.parse(host)).orElseThrow().secret())
            .isEqualTo(Secret.of("of-environment"));
      }
      assertThat(keyport.find(HOST)).contains(credential("a.example", "stored"));
      assertThat(keyport.find(credential("api.heroku.com", "").id()))
          .contains(credential("api.heroku.com", "stored"));
    }
  }

  @Test
  void theProcesssTokenIsNotThatOfAStoreOfTheProgramsOwn() {
    Machine machine = machine(Map.of("HEROKU_API_KEY", "of-environment"));
    store.save(List.of(credential("api.heroku.com", "users-own")));
    try (Keyport keyport = Keyport.builder().machine(machine).store(store).build()) {
      assertThat(keyport.find(Host.parse("api.heroku.com")).orElseThrow().secret())
          .isEqualTo(Secret.of("users-own"));
    }
  }

  @Test
  void anEnvironmentsTokenThatIsNoneStopsWhatItIsForAlone() {
    Machine machine = machine(Map.of("HEROKU_API_KEY", "two words"));
    try (Keyport keyport = Keyport.builder().machine(machine).store("memory").build()) {
      assertThat(keyport.find(HOST)).isEmpty();
      assertThatThrownBy(() -> keyport.find(Host.parse("api.heroku.com")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("HEROKU_API_KEY")
          .hasMessageNotContaining("two words");
    }
  }

  @Test
  void anAnswerIsKeptWhereThatIsSaidAndTheStoreIsAskedAgainWhenItWasRefused() {
    store.save(List.of(credential("a.example", "old")));
    try (Keyport keyport = quiet().store(store).keepFor(HALF_A_MINUTE).build()) {
      Credential old = keyport.find(HOST).orElseThrow();
      store.save(List.of(credential("a.example", "new")));

      assertThat(keyport.find(HOST)).contains(credential("a.example", "old"));
      assertThat(keyport.findOther(HOST, old)).contains(credential("a.example", "new"));
      assertThat(keyport.find(HOST)).contains(credential("a.example", "new"));
    }
    try (Keyport keyport = quiet().store(store).build()) {
      Credential now = keyport.find(HOST).orElseThrow();
      assertThat(keyport.findOther(HOST, now)).isEmpty();
      store.save(List.of(credential("a.example", "newest")));
      assertThat(keyport.find(HOST)).contains(credential("a.example", "newest"));
      assertThat(keyport.findOther(HOST, now)).contains(credential("a.example", "newest"));
    }
  }

  @Test
  void aRenewalIsAskedWhereTheStoreHasNoOther() {
    store.save(List.of(credential("a.example", "old")));
    try (Keyport keyport = quiet().store(store).build()) {
      CachedCredential cached =
          keyport.cached(
              HOST,
              HALF_A_MINUTE,
              refused -> {
                store.save(List.of(credential("a.example", "renewed")));
                return store.find(HOST);
              });

      assertThat(cached.other(found -> found.secret().equals(Secret.of("old"))))
          .contains(credential("a.example", "renewed"));
    }
  }

  @Test
  void manyHostsDoNotFillTheMemoryAndAreAllAnswered() {
    try (Keyport keyport = quiet().store(store).keepFor(HALF_A_MINUTE).build()) {
      for (int i = 0; i < 2_500; i++) {
        assertThat(keyport.find(Host.parse("h" + i + ".example"))).isEmpty();
      }
    }
  }

  static Stream<Consumer<Keyport>> calls() {
    Credential some = credential("a.example", "s");
    return Stream.of(
        keyport -> keyport.find(HOST),
        keyport -> keyport.find(some.id()),
        keyport -> keyport.findOther(HOST, some),
        keyport -> keyport.cached(HOST, HALF_A_MINUTE),
        keyport -> keyport.cached(HOST, HALF_A_MINUTE, refused -> refused),
        keyport ->
            keyport.logIn(
                new PasswordLogin(
                    "ann@example.com", some.secret(), Optional.empty(), "", Optional.empty())),
        keyport -> keyport.logIn(ScriptedPerson.absent()),
        keyport -> keyport.logInWithBrowser(ScriptedPerson.absent()),
        Keyport::logOut,
        Keyport::api,
        Keyport::endpoints,
        Keyport::store);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void onceClosedItAnswersNothingMore(Consumer<Keyport> call) {
    Keyport keyport = quiet().store(store).keepFor(HALF_A_MINUTE).build();
    CachedCredential before = keyport.cached(HOST, HALF_A_MINUTE);
    keyport.close();
    keyport.close();

    assertThatThrownBy(() -> call.accept(keyport))
        .isInstanceOfSatisfying(
            ClosedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CLOSED));
    assertThatThrownBy(before::get).isInstanceOf(ClosedException.class);
  }

  @Test
  void aSecretThatWasClosedIsNoCredentialToCompareWith() {
    store.save(List.of(credential("a.example", "s")));
    try (Keyport keyport = quiet().store(store).build()) {
      Credential refused = keyport.find(HOST).orElseThrow();
      refused.secret().close();
      assertThatThrownBy(() -> keyport.findOther(HOST, refused))
          .isInstanceOf(ClosedException.class);
    }
  }

  @Test
  void whatIsNullIsNamed() {
    try (Keyport keyport = quiet().store(store).build()) {
      Nulls.inEveryMethod(keyport);
      Nulls.inEveryMethod(Keyport.builder());
    }
  }

  @Test
  void aStoreThatFailsAsItClosesIsClosedOnceAndSaysSo() {
    FaultyTokenStore failing = new FaultyTokenStore();
    failing.fail(FaultyTokenStore.Call.CLOSE, new IllegalStateException("the disk is gone"));
    Keyport keyport = quiet().store(failing).build();

    assertThatThrownBy(keyport::close).isInstanceOf(StoreException.Unavailable.class);
    keyport.close();
  }

  @Test
  void timesAndNamesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> quiet().store(store).keepFor(Duration.ofSeconds(-1)).build())
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> quiet().store(store).keepFor(Duration.ofDays(2)).build())
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> Keyport.builder().application("r\u00e9sum\u00e9"))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> Keyport.builder().application(" ")).isInstanceOf(UsageException.class);
  }
}
