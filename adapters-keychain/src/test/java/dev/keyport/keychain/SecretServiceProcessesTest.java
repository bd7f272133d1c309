package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Races of processes, on a session bus of the test's own. */
@Tag("slow")
class SecretServiceProcessesTest {
  private static final int PROCESSES = 16;
  private static final int READS = 20;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int ROTATIONS = 20;
  private static final Host SHARED = Host.parse("api.race.example");

  @Test
  void processesSavingAtOnceLoseNothingAndLeaveOneOfOneId(@TempDir Path folder) throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      List<Process> savers = new ArrayList<>();
      try {
        for (int i = 0; i < PROCESSES; i++) {
          savers.add(start(session, PatientSaveProcess.class, host(i).toString(), "ann"));
        }
        List<BufferedReader> outs = new ArrayList<>();
        for (Process saver : savers) {
          BufferedReader out =
              new BufferedReader(
                  new InputStreamReader(saver.getInputStream(), StandardCharsets.UTF_8));
          assertThat(out.readLine()).isEqualTo("ready");
          outs.add(out);
        }
        for (int i = 0; i < PROCESSES; i++) {
          savers
              .get(i)
              .getOutputStream()
              .write(("secret-" + i + "\n").getBytes(StandardCharsets.UTF_8));
          savers.get(i).getOutputStream().close();
        }
        for (int i = 0; i < PROCESSES; i++) {
          assertThat(outs.get(i).readLine()).isEqualTo("saved");
          assertThat(savers.get(i).waitFor(PrivateSession.PATIENCE.toSeconds(), TimeUnit.SECONDS))
              .as("the process ends once its store is closed")
              .isTrue();
          assertThat(savers.get(i).exitValue()).isZero();
        }
      } finally {
        savers.forEach(Process::destroyForcibly);
      }

      try (TokenStore store =
          new KeychainTokenStoreProvider()
              .open(StoreSpec.parse("keychain"), StoreContext.of(session.machine()))) {
        assertThat(store.list()).hasSize(1 + PROCESSES / 2).doesNotHaveDuplicates();
        assertThat(store.find(SHARED).map(Credential::secret).map(it -> it.reveal()).orElse(""))
            .matches("secret-\\d+");
        assertThat(itemsOf(session, SHARED)).isEqualTo(1);
        for (int i = 1; i < PROCESSES; i += 2) {
          assertThat(store.find(host(i)).map(it -> it.secret().reveal())).contains("secret-" + i);
        }
      }
    }
  }

  private static int itemsOf(PrivateSession session, Host host) {
    Deadline deadline = Deadline.in(PrivateSession.PATIENCE);
    try (Items items = new SecretServiceItems(session.machine())) {
      items.open(deadline);
      return items.search(Map.of(Item.SERVICE, host.toString()), deadline).size();
    }
  }

  /** Reads the shared host until its input ends; says how often there was none of the values. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] args) throws IOException {
      StoreContext context =
          new StoreContext(Machine.current(), InteractionPolicy.NEVER, TIMEOUT, notice -> {});
      int reads = 0;
      int wrong = 0;
      try (TokenStore store =
          new KeychainTokenStoreProvider().open(StoreSpec.parse("keychain"), context)) {
        while (reads < READS || System.in.available() == 0) {
          reads++;
          String found = store.find(SHARED).map(it -> it.secret().reveal()).orElse("nothing");
          wrong += found.matches("value-\\d+") ? 0 : 1;
          if (reads == 1) {
            System.out.println("ready");
          }
        }
      }
      System.out.println(wrong + " wrong");
    }
  }

  @Test
  void processesReadingWhileOneRotatesAlwaysFindAValue(@TempDir Path folder) throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      List<Process> readers = new ArrayList<>();
      try (TokenStore store =
          new KeychainTokenStoreProvider()
              .open(
                  StoreSpec.parse("keychain"),
                  new StoreContext(
                      session.machine(), InteractionPolicy.NEVER, TIMEOUT, notice -> {}))) {
        int value = 0;
        store.save(List.of(FakedKeyring.credential(SHARED, "ann", "value-" + value)));
        for (int i = 0; i < PROCESSES; i++) {
          readers.add(start(session, Reader.class));
        }
        for (Process reader : readers) {
          while (!reader.inputReader().ready() && reader.isAlive()) {
            value++;
            store.save(List.of(FakedKeyring.credential(SHARED, "ann", "value-" + value)));
          }
          assertThat(reader.inputReader().readLine()).isEqualTo("ready");
        }
        for (int i = 0; i < ROTATIONS; i++) {
          value++;
          store.save(List.of(FakedKeyring.credential(SHARED, "ann", "value-" + value)));
        }
        for (Process reader : readers) {
          reader.getOutputStream().write('.');
          reader.getOutputStream().flush();
        }
        for (Process reader : readers) {
          assertThat(reader.inputReader().readLine()).isEqualTo("0 wrong");
        }
      } finally {
        readers.forEach(Process::destroyForcibly);
      }
    }
  }

  /** Every second process saves the one shared id. */
  private static Host host(int process) {
    return process % 2 == 0 ? SHARED : Host.parse("process-" + process + ".example");
  }

  private static Process start(PrivateSession session, Class<?> main, String... arguments)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(session.environment());
    builder.environment().remove("XDG_STATE_HOME");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
