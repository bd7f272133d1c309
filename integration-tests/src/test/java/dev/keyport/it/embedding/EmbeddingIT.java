package dev.keyport.it.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.Needed;
import dev.keyport.it.Processes;
import dev.keyport.keychain.testkit.PrivateSession;
import dev.keyport.sandbox.Sandbox;
import dev.keyport.sandbox.SandboxOptions;
import dev.keyport.sandbox.SeededAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs of others, on the class path, on the module path and as one jar, on two JDKs. */
class EmbeddingIT {
  private static final String HOST = "api.example.com";
  private static final String SECRET = "embedded-5ecret";
  private static final String FOUND = "ann: true\n";
  private static final List<String> WHOLE = List.of();
  private static final List<String> NO_NETRC = List.of("keyport-netrc");
  private static final List<String> NO_KEYCHAIN =
      List.of("keyport-keychain", "java-keyring", "dbus-java", "secret-service", "slf4j");
  private static final List<String> NO_HTTP =
      List.of("keyport-http", "okhttp", "okio", "kotlin", "jackson");
  private static final List<String> DOMAIN_ALONE =
      Stream.of(NO_NETRC, NO_KEYCHAIN, NO_HTTP, List.of("keyport-files"))
          .flatMap(List::stream)
          .toList();

  /** No module requires the D-Bus library's, since the keychain's adapter can't be a named one. */
  private static final List<String> ALL_MODULES = List.of("--add-modules", "ALL-MODULE-PATH");

  private static final Map<Jdk, Consumers> BUILT = new HashMap<>();

  @TempDir static Path work;

  @BeforeAll
  static void needMaven() throws IOException {
    Needed.command("mvn");
    Path netrc =
        Files.writeString(
            work.resolve(".netrc"), "machine " + HOST + " login ann password " + SECRET + "\n");
    Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-------"));
  }

  static Stream<Jdk> jdks() {
    return Stream.concat(Stream.of(Jdk.current()), Jdk.newer().stream()).distinct();
  }

  private static Consumers consumers(Jdk jdk) {
    return BUILT.computeIfAbsent(
        jdk,
        missing -> {
          try {
            return Consumers.build(missing, work);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Jdk newer() {
    Needed.that(Jdk.newer().isPresent(), "there is no JDK of version 25 or later");
    return Jdk.newer().orElseThrow();
  }

  private static Map<String, String> environment() {
    return Map.of("HOME", work.toString(), "LC_ALL", "C.UTF-8", "EXPECTED_SECRET", SECRET);
  }

  @Test
  void bothJdksAreHere() {
    assertThat(newer().feature()).isGreaterThanOrEqualTo(25);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void netrcIsRead(Jdk jdk) throws IOException {
    Consumers consumers = consumers(jdk);

    assertThat(
            List.of(
                consumers.onClassPath(WHOLE, environment(), List.of(), "default", HOST),
                consumers.onClassPath(NO_KEYCHAIN, environment(), List.of(), "find", "netrc", HOST),
                consumers.onClassPath(NO_HTTP, environment(), List.of(), "find", "netrc", HOST),
                consumers.onModulePath(WHOLE, environment(), List.of(), "find", "netrc", HOST),
                consumers.onModulePath(
                    NO_KEYCHAIN, environment(), List.of(), "find", "netrc", HOST),
                consumers.onModulePath(NO_HTTP, environment(), List.of(), "find", "netrc", HOST),
                consumers.shaded("merged", environment(), "find", "netrc", HOST)))
        .allSatisfy(ended -> assertThat(ended).isEqualTo(new Processes.Ended(0, FOUND, "")));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void keychainIsRead(Jdk jdk) throws Exception {
    PrivateSession.requirePrograms();
    Consumers consumers = consumers(jdk);
    Path folder = Files.createDirectory(work.resolve("session-" + jdk.feature()));
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      session.secretTool(SECRET, "store", "--label", "a test's", "service", HOST, "account", "ann");
      Map<String, String> environment = new HashMap<>(session.environment());
      environment.put("EXPECTED_SECRET", SECRET);

      assertThat(
              List.of(
                  consumers.onClassPath(WHOLE, environment, List.of(), "find", "keychain", HOST),
                  consumers.onClassPath(NO_NETRC, environment, List.of(), "find", "keychain", HOST),
                  consumers.onModulePath(WHOLE, environment, ALL_MODULES, "find", "keychain", HOST),
                  consumers.shaded("merged", environment, "find", "keychain", HOST)))
          .extracting(Processes.Ended::stdout)
          .containsOnly(FOUND);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void missingAdapterIsNamedWithThoseThatAreHere(Jdk jdk) throws IOException {
    Consumers consumers = consumers(jdk);

    assertThat(
            List.of(
                consumers.onClassPath(NO_NETRC, environment(), List.of(), "default", HOST),
                consumers.onModulePath(NO_NETRC, environment(), List.of(), "find", "netrc", HOST)))
        .extracting(Processes.Ended::stdout)
        .allSatisfy(
            said ->
                assertThat(said)
                    .startsWith("usage: ")
                    .contains("add dev.keyport:keyport-netrc;")
                    .contains("the stores here are: heroku-cli, keychain, memory"));
    assertThat(
            List.of(
                consumers.onClassPath(
                    NO_KEYCHAIN, environment(), List.of(), "find", "keychain", HOST),
                consumers.onModulePath(
                    NO_KEYCHAIN, environment(), List.of(), "find", "keychain", HOST)))
        .extracting(Processes.Ended::stdout)
        .allSatisfy(
            said ->
                assertThat(said)
                    .startsWith("usage: ")
                    .contains("add dev.keyport:keyport-keychain;")
                    .contains("the stores here are: memory, netrc"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void apiIsLoggedInTo(Jdk jdk) throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      SeededAccount account = sandbox.accounts().main();
      int before = sandbox.liveAuthorizations(account.email()).size();
      Map<String, String> environment = new HashMap<>(environment());
      environment.put("HEROKU_API_URL", sandbox.api().toString());
      environment.put("HEROKU_GIT_HOST", sandbox.git().toString());
      String[] words = {"login", "netrc:" + work.resolve("login.netrc"), account.email()};
      Consumers consumers = consumers(jdk).reading(account.password());

      assertThat(
              List.of(
                  consumers.onClassPath(WHOLE, environment, List.of(), words),
                  consumers.onClassPath(NO_KEYCHAIN, environment, List.of(), words),
                  consumers.onModulePath(WHOLE, environment, List.of(), words),
                  consumers.shaded("merged", environment, words)))
          .extracting(ended -> ended.stdout() + ended.stderr())
          .containsOnly("logged in: true, out: 1\n");
      assertThat(sandbox.liveAuthorizations(account.email())).hasSize(before);
      assertThat(
              List.of(
                  consumers.onClassPath(NO_HTTP, environment, List.of(), words),
                  consumers.onModulePath(NO_HTTP, environment, List.of(), words)))
          .extracting(ended -> ended.stdout() + ended.stderr())
          .allSatisfy(
              said ->
                  assertThat(said).startsWith("usage: ").contains("add dev.keyport:keyport-http"));
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void storesAreWhatTheAdaptersBring(Jdk jdk) throws IOException {
    Consumers consumers = consumers(jdk);

    assertThat(consumers.onClassPath(WHOLE, environment(), List.of(), "stores").stdout())
        .isEqualTo("[heroku-cli, keychain, memory, netrc]\n")
        .isEqualTo(consumers.shaded("merged", environment(), "stores").stdout());
    assertThat(consumers.onClassPath(DOMAIN_ALONE, environment(), List.of(), "stores").stdout())
        .isEqualTo("[memory]\n")
        .as("of files of one name, a shaded jar keeps the first")
        .isEqualTo(consumers.shaded("unmerged", environment(), "stores").stdout());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void userWithoutHomeNamesTheFile(Jdk jdk) throws IOException {
    Consumers consumers = consumers(jdk);
    Map<String, String> environment = Map.of("EXPECTED_SECRET", SECRET);
    List<String> nobody = List.of("-Duser.home=?");

    assertThat(consumers.onClassPath(WHOLE, environment, nobody, "default", HOST).stdout())
        .startsWith("usage: there is no home folder");
    assertThat(
            consumers.onClassPath(
                WHOLE, environment, nobody, "find", "netrc:" + work.resolve(".netrc"), HOST))
        .isEqualTo(new Processes.Ended(0, FOUND, ""));
  }

  /** Where one that waits kept the only carrier, the store would never answer. */
  @Test
  void virtualThreadsLeaveTheirCarrierAsTheyWait() throws IOException {
    Path recording = work.resolve("pinned.jfr");
    List<String> options =
        List.of(
            "-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1",
            "-Xlog:jfr*=off",
            "-XX:StartFlightRecording:settings=none,filename="
                + recording
                + ",+jdk.VirtualThreadPinned#enabled=true,+jdk.VirtualThreadPinned#threshold=0ms");

    Processes.Ended ended =
        consumers(newer()).onClassPath(WHOLE, environment(), options, "threads");

    assertThat(ended.stdout()).isEqualTo("read 16\n");
    assertThat(RecordingFile.readAllEvents(recording))
        .filteredOn(event -> "jdk.VirtualThreadPinned".equals(event.getEventType().getName()))
        .as("the program holds its carrier once, to show that this would be seen")
        .isNotEmpty()
        .extracting(RecordedEvent::toString)
        .allMatch(event -> event.contains("VirtualThreads$Pinned"));
  }
}
