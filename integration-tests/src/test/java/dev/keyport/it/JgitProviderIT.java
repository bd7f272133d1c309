package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import dev.keyport.examples.Requests;
import dev.keyport.jgit.KeyportCredentialsProvider;
import dev.keyport.sandbox.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.CloneCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** JGit over HTTP with a netrc through the facade. */
class JgitProviderIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static final Host HOST = Host.parse("localhost");
  private static final String LOGIN = "me@example.com";

  @TempDir static Path configuration;

  @TempDir Path folder;

  private String token = "";

  // closed after each test
  @SuppressWarnings("NullAway.Init")
  private Keyport keyport;

  /** JGit measures the disk and writes what it found to the person's own configuration. */
  private static final class Isolated extends SystemReader.Delegate {
    Isolated() {
      super(SystemReader.getInstance());
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
      return config(parent, fs, "user");
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
      return config(parent, fs, "system");
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
      return config(parent, fs, "jgit");
    }

    private static FileBasedConfig config(Config parent, FS fs, String name) {
      return new FileBasedConfig(parent, configuration.resolve(name).toFile(), fs);
    }
  }

  @BeforeAll
  static void isolate() throws IOException {
    // What JGit would otherwise measure for three seconds.
    Files.writeString(
        configuration.resolve("jgit"),
        String.format(
            "[filesystem \"%s|%s|%s\"]%n"
                + "timestampResolution = 1 milliseconds%nminRacyThreshold = 0 nanoseconds%n",
            System.getProperty("java.vendor"),
            System.getProperty("java.version"),
            Files.getFileStore(configuration).name()));
    SystemReader.setInstance(new Isolated());
  }

  @AfterAll
  static void release() {
    SystemReader.setInstance(null);
  }

  @BeforeEach
  void logIn() throws IOException {
    Needed.command("git");
    token =
        SANDBOX.get().issueToken(SANDBOX.account().email(), List.of("global"), Optional.empty());
    keyport = open();
    store(token);
  }

  @AfterEach
  void close() {
    keyport.close();
  }

  private Keyport open() {
    return Keyport.builder()
        .store("netrc:" + folder.resolve("netrc"))
        .machine(new Machine(Map.of("HOME", folder.toString()), folder, "Linux"))
        .build();
  }

  /** What another process does. */
  private void store(String secret) {
    try (Keyport other = open()) {
      other.store().save(List.of(new Credential(HOST, LOGIN, Secret.of(secret))));
    }
  }

  private static String address(String user, String host) {
    URI git = SANDBOX.get().git("keyport-demo");
    return "http://" + user + host + ":" + git.getPort() + git.getPath();
  }

  private CloneCommand cloning(String address, CredentialsProvider provider) {
    return Git.cloneRepository()
        .setURI(address)
        .setDirectory(folder.resolve("work").toFile())
        .setCredentialsProvider(provider);
  }

  /** The statuses of the requests to git, a star at those that had a credential. */
  private static List<String> requests() {
    return SANDBOX.get().requests().stream()
        .filter(request -> request.server().equals("git"))
        .map(request -> request.status() + (hasCredential(request) ? "*" : ""))
        .toList();
  }

  private static boolean hasCredential(LoggedRequest request) {
    return request.headers().containsKey("authorization");
  }

  @Test
  void cloneAsTheGuideToEmbeddingShows() throws GitAPIException {
    URI app = SANDBOX.get().git("keyport-demo");
    try (Git git = Requests.jgit(keyport, app, folder.resolve("work").toFile())) {
      assertThat(git.getRepository().getWorkTree().toPath().resolve("Procfile")).exists();
    }
  }

  @Test
  void cloneAndPushOverARotation() throws GitAPIException, IOException {
    CredentialsProvider provider =
        KeyportCredentialsProvider.of(HOST, keyport.cached(HOST, Duration.ofHours(1)));
    try (Git git = cloning(SANDBOX.get().git("keyport-demo").toString(), provider).call()) {
      assertThat(folder.resolve("work/Procfile")).exists();
      assertThat(requests()).startsWith("401", "200*").doesNotContain("401*");

      store(SANDBOX.get().regenerate(token).orElseThrow());
      SANDBOX.get().clearRequests();
      String pushed =
          git.commit()
              .setMessage("two")
              .setAuthor("me", LOGIN)
              .setCommitter("me", LOGIN)
              .setSign(false)
              .call()
              .name();
      Iterable<PushResult> results = git.push().setCredentialsProvider(provider).call();

      assertThat(results)
          .flatExtracting(PushResult::getRemoteUpdates)
          .extracting(RemoteRefUpdate::getStatus)
          .containsExactly(RemoteRefUpdate.Status.OK);
      assertThat(requests()).startsWith("401", "401*", "200*");
      assertThat(
              git.lsRemote().setCredentialsProvider(KeyportCredentialsProvider.of(keyport)).call())
          .anySatisfy(ref -> assertThat(ref.getObjectId().name()).isEqualTo(pushed));
    }
  }

  @Test
  void deadTokenIsSentOnce() {
    SANDBOX.get().revoke(token);

    assertThatThrownBy(
            () ->
                Git.lsRemoteRepository()
                    .setRemote(address("", "localhost"))
                    .setCredentialsProvider(KeyportCredentialsProvider.of(keyport))
                    .call())
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("not authorized")
        .hasMessageNotContaining(token);
    assertThat(requests()).containsExactly("401", "401*");
  }

  @Test
  void nothingIsSentForAnotherUserOrToAnotherHost() {
    for (String address : List.of(address("bob@", "localhost"), address("", "127.0.0.1"))) {
      assertThatThrownBy(() -> cloning(address, KeyportCredentialsProvider.of(keyport)).call())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("not authorized");
    }
    assertThat(requests()).containsExactly("401", "401");
  }

  @Test
  void aStoreThatFailsEndsTheCallWithItsCode() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("netrc"), PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThatThrownBy(
            () -> cloning(address("", "localhost"), KeyportCredentialsProvider.of(keyport)).call())
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    assertThat(folder.resolve("work")).doesNotExist();
    assertThat(requests()).containsExactly("401");
  }
}
