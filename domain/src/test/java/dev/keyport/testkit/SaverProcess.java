package dev.keyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link SaveProcess} seen from the test that started it. */
final class SaverProcess implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 60;

  private final Process process;
  private final BufferedReader out;

  private SaverProcess(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static SaverProcess start(StoreSpec spec, Host host, String login) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SaveProcess.class.getName(),
                spec.toString(),
                host.toString(),
                login)
            .redirectErrorStream(true)
            .start();
    return new SaverProcess(process);
  }

  /** Waits until the process has opened the store, then lets it save. */
  void save(Secret secret) throws IOException {
    assertThat(out.readLine()).isEqualTo("ready");
    byte[] line = (secret.reveal() + "\n").getBytes(StandardCharsets.UTF_8);
    process.getOutputStream().write(line);
    process.getOutputStream().close();
  }

  void awaitSaved() throws IOException, InterruptedException {
    assertThat(out.readLine()).isEqualTo("saved");
    assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).as("the process ends").isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
