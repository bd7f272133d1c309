package dev.keyport.netrc;

import static dev.keyport.netrc.StoreFixture.credential;
import static dev.keyport.netrc.StoreFixture.revealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs named gpg that misbehave, and what a program named gpg gets to see. */
class GnuPgTest {
  private static final String USER = "ann@example.test";
  private static final String PLAIN = "machine h.example login ann password s3cret-canary\n";
  private static final Host HOST = Host.parse("h.example");
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static @Nullable GpgHome real;

  @TempDir Path folder;
  private Path home = Path.of("");
  private Path tools = Path.of("");

  @BeforeAll
  static void makeKey() throws IOException {
    real = GpgHome.make();
    gpg().key(USER, "");
  }

  @AfterAll
  static void endAgent() throws IOException {
    if (real != null) {
      gpg().close();
    }
  }

  private static GpgHome gpg() {
    return Optional.ofNullable(real).orElseThrow();
  }

  @BeforeEach
  void makeHome() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    tools = Files.createDirectory(folder.resolve("tools"));
    gpg().encryptTo(home.resolve(".netrc.gpg"), PLAIN, USER);
  }

  private TokenStore open(Duration timeout, Map<String, String> more) {
    Map<String, String> environment = gpg().environment();
    environment.put("PATH", tools + ":" + environment.get("PATH"));
    environment.putAll(more);
    return new NetrcTokenStoreProvider()
        .open(
            new StoreSpec("netrc", ""),
            new StoreContext(
                new Machine(environment, home, "Linux"),
                InteractionPolicy.NEVER,
                timeout,
                notice -> {}));
  }

  private TokenStore open() {
    return open(LONG, Map.of());
  }

  /** Puts a gpg before the real one, which {@code real} runs. */
  private void standIn(String script) throws IOException {
    Path file = tools.resolve("gpg");
    String path = gpg().environment().get("PATH");
    Files.writeString(file, "#!/bin/sh\nreal() { PATH='" + path + "' gpg \"$@\"; }\n" + script);
    StoreFixture.mode(file, "rwx------");
  }

  @Test
  void withoutGpgThePackageIsNamed() {
    TokenStore store = open(LONG, Map.of("PATH", tools.toString()));

    assertThatThrownBy(() -> store.find(HOST))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("no gpg on the PATH")
        .satisfies(
            e ->
                assertThat(((StoreException) e).hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("apt install gnupg")));
    assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
  }

  @Test
  void oneThatHangsIsEndedAtTheDeadlineWithWhatItStarted() throws Exception {
    Path pids = folder.resolve("pids");
    standIn("sleep 300 & echo $! $$ > '" + pids + "'\nwait\n");

    assertThatThrownBy(() -> open(SHORT, Map.of()).find(HOST))
        .isInstanceOf(StoreException.TimedOut.class)
        .hasMessageContaining("300 ms");

    for (String pid : Files.readString(pids).strip().split(" ", -1)) {
      Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(pid));
      if (left.isPresent()) {
        left.get().onExit().get(LONG.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void oneThatTalksWithoutEndIsStillUnderstood() throws IOException {
    standIn("head -c 8000000 /dev/zero | tr '\\0' x >&2; echo >&2\nreal \"$@\"\n");

    assertThat(revealed(open().find(HOST))).isEqualTo("ann=s3cret-canary");
  }

  @Test
  void oneThatDecryptsToTooMuchIsStopped() throws IOException {
    standIn("cat /dev/zero\n");

    assertThatThrownBy(() -> open().find(HOST))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("16 MiB");
  }

  @Test
  void oneThatSaysNothingIsUnavailable() throws IOException {
    standIn("echo 's3cret-canary' >&2\nexit 3\n");

    assertThatThrownBy(() -> open().find(HOST))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("status 3")
        .hasMessageNotContaining("canary");
  }

  @Test
  void oneThatIsKilledIsUnavailableAndTheFileNotCorrupt() throws IOException {
    standIn("echo '[GNUPG:] BEGIN_DECRYPTION' >&2\nkill -TERM $$\n");

    assertThatThrownBy(() -> open().find(HOST)).isInstanceOf(StoreException.Unavailable.class);
  }

  @Test
  void oneThatEncryptsToSomebodyElseWritesNothing() throws IOException {
    byte[] before = Files.readAllBytes(home.resolve(".netrc.gpg"));
    standIn(
        """
        case "$*" in
          *--encrypt*) real --batch --quiet --symmetric --status-fd 2 --pinentry-mode loopback \
            --passphrase p ;;
          *) real "$@" ;;
        esac
        """);

    assertThatThrownBy(() -> open().save(List.of(credential("h.example", "ann", "n3w"))))
        .isInstanceOf(StoreException.Unavailable.class);
    assertThat(Files.readAllBytes(home.resolve(".netrc.gpg"))).isEqualTo(before);
  }

  /** Looked at from inside each run of gpg, when everything is under way. */
  @Test
  void noSecretIsOnTheDiskInAnArgumentOrInTheEnvironment() throws IOException {
    Path temporary = Files.createDirectory(home.resolve("tmp"));
    Path seen = folder.resolve("seen");
    standIn(
        "{ echo \"run: $*\"; env; grep -raF canary '"
            + home
            + "' \"$GNUPGHOME\"; } >> '"
            + seen
            + "' 2>&1\nreal \"$@\"\n");
    Map<String, String> more = new HashMap<>();
    more.put("TMPDIR", temporary.toString());
    more.put("HEROKU_API_KEY", "the-key-canary");

    TokenStore store = open(LONG, more);
    store.save(List.of(credential("h.example", "ann", "another-canary")));
    assertThat(revealed(store.find(HOST))).isEqualTo("ann=another-canary");

    assertThat(seen).content().contains("run: --batch", "--encrypt", "GNUPGHOME=");
    assertThat(seen).content().doesNotContain("canary");
  }
}
