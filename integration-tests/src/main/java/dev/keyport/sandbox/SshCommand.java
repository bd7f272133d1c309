package dev.keyport.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** What an SSH channel runs: git, its streams joined to the channel's, or a refusal. */
final class SshCommand implements Command {
  private static final int REFUSED = 1;
  private static final String PROTOCOL = "GIT_PROTOCOL";

  private final Optional<ProcessBuilder> builder;
  private final Executor workers;
  private final String refusal;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private OutputStream err = OutputStream.nullOutputStream();
  private ExitCallback exit = (status, message, immediately) -> {};
  private Optional<Process> process = Optional.empty();

  private SshCommand(Optional<ProcessBuilder> builder, Executor workers, String refusal) {
    this.builder = builder;
    this.workers = workers;
    this.refusal = refusal;
  }

  /** One that runs this process; its streams are copied by the workers. */
  static SshCommand running(ProcessBuilder builder, Executor workers) {
    return new SshCommand(Optional.of(builder), workers, "");
  }

  /** One that says why not, and fails. */
  static SshCommand refused(String message) {
    return new SshCommand(Optional.empty(), Runnable::run, message);
  }

  @Override
  public void start(ChannelSession channel, Environment environment) throws IOException {
    if (builder.isEmpty()) {
      err.write((refusal + "\n").getBytes(StandardCharsets.UTF_8));
      err.flush();
      exit.onExit(REFUSED);
      return;
    }
    ProcessBuilder git = builder.get();
    Optional.ofNullable(environment.getEnv().get(PROTOCOL))
        .ifPresent(version -> git.environment().put(PROTOCOL, version));
    Process started = git.start();
    process = Optional.of(started);
    workers.execute(() -> feed(started));
    workers.execute(() -> copy(started.getErrorStream(), err));
    workers.execute(() -> finish(started));
  }

  @Override
  public void destroy(ChannelSession channel) {
    process.ifPresent(
        started -> {
          started.descendants().forEach(ProcessHandle::destroyForcibly);
          started.destroyForcibly();
        });
  }

  @Override
  public void setInputStream(InputStream stream) {
    in = stream;
  }

  @Override
  public void setOutputStream(OutputStream stream) {
    out = stream;
  }

  @Override
  public void setErrorStream(OutputStream stream) {
    err = stream;
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    exit = callback;
  }

  private void feed(Process git) {
    try (OutputStream program = git.getOutputStream()) {
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        program.write(buffer, 0, read);
        program.flush(); // git waits for each line of the talk
      }
    } catch (IOException ended) {
      return; // either side is gone; the other's end says what became of it
    }
  }

  private void finish(Process git) {
    copy(git.getInputStream(), out);
    try {
      exit.onExit(git.waitFor());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(InputStream from, OutputStream to) {
    byte[] buffer = new byte[8192];
    try {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        to.write(buffer, 0, read);
        to.flush();
      }
    } catch (IOException ended) {
      return; // the client left; its process is ended by destroy
    }
  }
}
