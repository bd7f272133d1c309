package dev.keyport.keychain;

import static dev.keyport.keychain.FakedKeyring.credential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import dev.keyport.keychain.testkit.Reaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they save two hosts leave each old or new, and what is in doubt
 * told. The number of kills is the system property {@code keyport.kills}.
 */
@Tag("slow")
class KilledSaveTest {
  private static final int KILLS = Integer.getInteger("keyport.kills", 15);
  private static final int LONGEST_LIFE_MILLIS = 60;
  private static final Host API = Host.parse("api.kill.example");
  private static final Host GIT = Host.parse("git.kill.example");

  @TempDir private Path folder;

  /** Saves both hosts with one number after the other, from the number given, until killed. */
  static final class Saver {
    private Saver() {}

    public static void main(String[] args) {
      StoreContext context =
          new StoreContext(
              Machine.current(), InteractionPolicy.NEVER, PrivateSession.PATIENCE, notice -> {});
      try (TokenStore store =
          new KeychainTokenStoreProvider().open(StoreSpec.parse("keychain"), context)) {
        for (int i = Integer.parseInt(args[0]); ; i++) {
          store.save(List.of(credential(API, "ann", "s" + i), credential(GIT, "ann", "s" + i)));
          System.out.println(i);
        }
      }
    }
  }

  private static Process start(PrivateSession session, int from) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            Saver.class.getName(),
            Integer.toString(from));
    builder.environment().putAll(session.environment());
    builder.environment().remove("XDG_STATE_HOME");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static BufferedReader out(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Through the handle: the process's own method would close its output, which is read after. */
  private static void kill(Process process) {
    assertThat(process.toHandle().destroyForcibly()).isTrue();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static int number(TokenStore store, Host host) {
    return store
        .find(host)
        .map(it -> Integer.parseInt(it.secret().reveal().substring(1)))
        .orElseThrow();
  }

  private static List<String> warnings(TokenStore store) {
    return store.status() instanceof StoreStatus.Ready ready
        ? ready.warnings().stream().map(Object::toString).toList()
        : List.of("not ready: " + store.status());
  }

  @Test
  void eachHostIsOldOrNewAndWhatIsInDoubtIsTold() throws Exception {
    PrivateSession.requirePrograms();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      for (int kill = 0; kill < KILLS; kill++) {
        int from = 1_000 * (kill + 1);
        Process saver = start(session, from);
        try (BufferedReader out = out(saver)) {
          int saved = Integer.parseInt(out.readLine());
          saver.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
          kill(saver);
          saved = out.lines().mapToInt(Integer::parseInt).max().orElse(saved);
          checkAndMend(session, saved, "seed " + seed + ", kill " + kill);
        } finally {
          saver.destroyForcibly();
        }
      }
    }
  }

  /**
   * The last number said to be saved is in both, or the one after it is in the first or in both.
   */
  private static void checkAndMend(PrivateSession session, int saved, String which) {
    List<String> notices = new ArrayList<>();
    StoreContext context =
        new StoreContext(
            session.machine(), InteractionPolicy.NEVER, PrivateSession.PATIENCE, notices::add);
    try (TokenStore store =
        new KeychainTokenStoreProvider().open(StoreSpec.parse("keychain"), context)) {
      int api = number(store, API);
      int git = number(store, GIT);
      assertThat(api).as(which).isBetween(saved, saved + 1);
      assertThat(git).as(which).isBetween(saved, api);
      if (api != git) {
        assertThat(notices).as(which).singleElement().asString().contains("cut short");
        assertThat(warnings(store)).as(which).hasSize(1);
      }
      assertThat(store.list()).as(which).hasSize(2);

      store.save(List.of(credential(API, "ann", "s0"), credential(GIT, "ann", "s0")));

      assertThat(warnings(store)).as(which).isEmpty();
    }
  }

  @Test
  void aProcessKilledBetweenTwoHostsLeavesTheirIdsAndNoSecretInTheJournal() throws Exception {
    try (FakedKeyring keyring = FakedKeyring.start(folder);
        TokenStore store = keyring.open()) {
      store.save(List.of(credential(API, "ann", "s1"), credential(GIT, "ann", "s1")));
      List<Process> started = new ArrayList<>();
      keyring.service().onNth("SetSecret", 1, Reaction.after(() -> kill(started.get(0))));
      started.add(start(keyring.session(), 2));
      started.get(0).onExit().orTimeout(30, TimeUnit.SECONDS).join();
      Path journal =
          keyring.session().machine().stateFolder().resolve("keychain-secret-service.journal");

      assertThat(Files.readString(journal))
          .isEqualTo("api.kill.example ann\ngit.kill.example ann\n");
      assertThat(Files.getPosixFilePermissions(journal))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(number(store, API)).isEqualTo(2);
      assertThat(keyring.notices()).singleElement().asString().contains("ann at git.kill.example");

      store.save(List.of(credential(API, "ann", "s3")));
      assertThat(warnings(store)).singleElement().asString().doesNotContain("api.kill.example");
      store.save(List.of(credential(GIT, "ann", "s3")));
      assertThat(warnings(store)).isEmpty();
    }
  }
}
