package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract's race of processes, on a session bus of the test's own. */
class SecretServiceProcessesTest {
  private static final int PROCESSES = 16;
  private static final Host SHARED = Host.parse("api.race.example");

  @Test
  void processesSavingAtOnceLoseNothingAndLeaveOneOfOneId(@TempDir Path folder) throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      List<Process> savers = new ArrayList<>();
      try {
        for (int i = 0; i < PROCESSES; i++) {
          savers.add(start(session, host(i)));
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
        for (int i = 1; i < PROCESSES; i += 2) {
          assertThat(store.find(host(i)).map(it -> it.secret().reveal())).contains("secret-" + i);
        }
      }
    }
  }

  /** Every second process saves the one shared id. */
  private static Host host(int process) {
    return process % 2 == 0 ? SHARED : Host.parse("process-" + process + ".example");
  }

  private static Process start(PrivateSession session, Host host) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            PatientSaveProcess.class.getName(),
            host.toString(),
            "ann");
    builder.environment().putAll(session.environment());
    builder.environment().remove("XDG_STATE_HOME");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
