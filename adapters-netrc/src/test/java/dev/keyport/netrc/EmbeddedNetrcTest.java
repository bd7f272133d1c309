package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.domain.store.StoreException;
import dev.keyport.files.FolderProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that embeds Keyport goes by what its user and the machine's administrator set. */
class EmbeddedNetrcTest {
  private static final Host API = Host.parse("api.heroku.com");
  private static final Host OTHER = Host.parse("git.example.com");

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private final List<String> notices = new ArrayList<>();
  private Path home = Path.of("");
  private Path system = Path.of("");

  @BeforeEach
  void makeAHome() throws IOException {
    home = Files.createDirectory(folder.resolve("home")).toRealPath();
    system = Files.createDirectory(folder.resolve("system"));
    netrc(".netrc", "ann", "of-home");
    netrc("other", "bob", "of-other");
  }

  private void netrc(String name, String login, String secret) throws IOException {
    Path file = home.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        "machine api.heroku.com\n  login %s\n  password %s\n".formatted(login, secret)
            + "machine git.example.com\n  login %s\n  password %s\n".formatted(login, secret));
  }

  private void settings(String... lines) throws IOException {
    Path config = Files.createDirectories(home.resolve(".config/keyport"));
    Files.write(config.resolve("config.properties"), List.of(lines));
  }

  private Machine machine() {
    return new Machine(environment, home, "Linux", home, system);
  }

  private Keyport.Builder builder() {
    return Keyport.builder().machine(machine()).notices(notices::add);
  }

  private static String token(Keyport.Builder builder, Host host) {
    try (Keyport keyport = builder.build()) {
      return keyport.find(host).map(found -> found.secret().reveal()).orElse("none");
    }
  }

  @Test
  void withNothingSetItIsTheNetrcOfTheHome() {
    assertThat(token(builder(), API)).isEqualTo("of-home");
  }

  @Test
  void theSettingsSayTheStoreUnlessTheEnvironmentOrTheProgramDoes() throws IOException {
    settings("store = netrc:~/other");
    assertThat(token(builder(), API)).isEqualTo("of-other");

    environment.put("KEYPORT_STORE", "netrc:" + home.resolve(".netrc"));
    assertThat(token(builder(), API)).isEqualTo("of-home");
    assertThat(token(builder().store("netrc:~/other"), API)).isEqualTo("of-other");
  }

  @Test
  void aProfileIsKeptTo() throws IOException {
    settings(
        "profile = work",
        "profile.work.store = netrc:~/other",
        "profile.work.account = bob",
        "profile.play.store = netrc:~/other",
        "profile.play.account = ann");
    assertThat(token(builder(), API)).isEqualTo("of-other");
    assertThat(token(builder().profile("play"), API)).as("another's").isEqualTo("none");
    assertThat(token(builder().profile("play"), OTHER)).isEqualTo("of-other");
    assertThatThrownBy(() -> builder().profile("paly").build())
        .isInstanceOfSatisfying(
            UsageException.class, e -> assertThat(e.hint().orElse("")).contains("play"));
  }

  @Test
  void aFolderChoosesAProfileOnceItMay() throws IOException {
    settings("profile.work.store = netrc:~/other");
    Files.writeString(home.resolve(".keyport"), "profile = work\n");

    assertThat(token(builder(), API)).isEqualTo("of-home");
    assertThat(notices).singleElement().asString().contains("not allowed");

    new FolderProfiles(machine(), Duration.ofSeconds(10), notices::add).allow();
    assertThat(token(builder(), API)).isEqualTo("of-other");
  }

  @Test
  void aNoticeThatIsNotTakenFailsNothing() throws IOException {
    settings("profile.work.store = netrc:~/other");
    Files.writeString(home.resolve(".keyport"), "profile = work\n");
    List<String> refused = new ArrayList<>();

    String found =
        token(
            builder()
                .notices(
                    notice -> {
                      refused.add(notice);
                      throw new IllegalStateException("full");
                    }),
            API);
    assertThat(found).isEqualTo("of-home");
    assertThat(refused).isNotEmpty();
  }

  @Test
  void whatTheAdministratorDoesNotAllowIsNotOpened() throws IOException {
    Files.writeString(system.resolve("policy.properties"), "stores.allowed = keychain\n");

    assertThatThrownBy(() -> builder().build())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("netrc")
        .hasMessageContaining("policy.properties, line 1");
    assertThat(token(builder().store(new InMemoryTokenStore()), API)).isEqualTo("none");
  }

  @Test
  void settingsThatCannotBeUnderstoodAreToldWithTheirLine() throws IOException {
    settings("stroe = netrc");

    assertThatThrownBy(() -> builder().build())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("config.properties, line 1");
    assertThat(token(builder().store(new InMemoryTokenStore()), API)).isEqualTo("none");
  }

  @Test
  void whatAnotherProcessWritesIsSeenAfterTheTimeStatedAndAtOnceWhenRefused() throws Exception {
    try (Keyport keyport = builder().keepFor(Duration.ofHours(1)).build();
        Keyport uncached = builder().build()) {
      Credential old = keyport.find(API).orElseThrow();
      int status =
          new ProcessBuilder("sed", "-i", "s/of-home/rotated/", home.resolve(".netrc").toString())
              .inheritIO()
              .start()
              .waitFor();
      assertThat(status).isZero();

      assertThat(uncached.find(API).orElseThrow().secret()).isEqualTo(Secret.of("rotated"));
      assertThat(keyport.find(API)).contains(old);
      assertThat(keyport.findOther(API, old).orElseThrow().secret())
          .isEqualTo(Secret.of("rotated"));
    }
  }

  @Test
  void withoutAHomeTheDefaultIsRefusedAndAFullPathWorks() {
    Machine homeless = new Machine(Map.of(), Path.of(""), "Linux", home, system);
    Keyport.Builder builder = Keyport.builder().machine(homeless).notices(notices::add);

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> {
              assertThat(e.message()).contains("HOME");
              assertThat(e.hint().orElse("")).contains("netrc:/");
            });
    assertThat(token(builder.store("netrc:" + home.resolve("other")), API)).isEqualTo("of-other");
    try (Keyport keyport = builder.build()) {
      assertThat(keyport.store().status().error()).isEmpty();
      assertThatThrownBy(
              () ->
                  keyport
                      .store()
                      .save(List.of(new Credential(API, "ann", Secret.of("not-written")))))
          .isInstanceOfSatisfying(
              KeyportException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }
  }

  @Test
  void aThreadThatIsInterruptedStaysSoAndNothingIsLost() {
    try (Keyport keyport = builder().build()) {
      Thread.currentThread().interrupt();
      try {
        keyport.store().save(List.of(new Credential(API, "ann", Secret.of("new"))));
      } catch (StoreException e) {
        assertThat(e.code()).isIn(ErrorCode.STORE_UNAVAILABLE, ErrorCode.STORE_TIMEOUT);
      }
      assertThat(Thread.interrupted()).isTrue();
      assertThat(keyport.find(API).orElseThrow().secret())
          .isIn(Secret.of("of-home"), Secret.of("new"));
      assertThat(keyport.find(OTHER).orElseThrow().secret()).isEqualTo(Secret.of("of-home"));
    }
  }

  @Test
  void whatIsLoggedHasNoSecret() throws IOException {
    settings("profile.work.store = netrc:~/other");
    Files.writeString(home.resolve(".keyport"), "profile = work\n");
    List<LogRecord> logged = new ArrayList<>();
    Logger logger = Logger.getLogger(Keyport.LOGGER);
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(entry);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    try (Keyport keyport = Keyport.builder().machine(machine()).build()) {
      Credential found = keyport.find(API).orElseThrow();
      keyport.findOther(API, found);
      logger.log(Level.INFO, "{0}", found);
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
      logger.setLevel(null);
    }
    assertThat(logged)
        .extracting(
            entry ->
                entry.getMessage()
                    + List.of(
                        entry.getParameters() == null ? new Object[0] : entry.getParameters()))
        .anyMatch(line -> line.contains("opened the store"))
        .anyMatch(line -> line.contains("not allowed"))
        .anyMatch(line -> line.contains("****"))
        .noneMatch(line -> line.contains("of-home"));
  }
}
