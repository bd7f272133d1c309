package dev.keyport.cli.io;

import dev.keyport.domain.doctor.Programs;
import dev.keyport.domain.settings.Machine;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Programs of the {@code PATH}, each given a time to end in. They see the environment without the
 * token in it, and no terminal.
 */
public final class ToolPrograms implements Programs {
  private static final int LONGEST = 1024 * 1024;

  private final Machine machine;
  private final Duration deadline;

  /**
   * @param machine whose environment and {@code PATH} they are run with
   * @param deadline what one run may take; one that takes longer is killed, with its children
   */
  public ToolPrograms(Machine machine, Duration deadline) {
    this.machine = machine;
    this.deadline = deadline;
  }

  @Override
  public Optional<String> find(String name) {
    return Stream.of(machine.variable("PATH").orElse("").split(File.pathSeparator, -1))
        .flatMap(folder -> at(folder, name).stream())
        .findFirst();
  }

  private static Optional<String> at(String folder, String name) {
    try {
      Path path = Path.of(folder, name);
      return path.isAbsolute() && Files.isRegularFile(path) && Files.isExecutable(path)
          ? Optional.of(path.toString())
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Outcome run(String... command) {
    Optional<String> program = find(command[0]);
    if (program.isEmpty()) {
      return new Outcome.Missing();
    }
    String[] found = command.clone();
    found[0] = program.get();
    try {
      return ended(started(found));
    } catch (IOException e) {
      return new Outcome.Missing();
    }
  }

  private Process started(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(machine.environment());
    Process process = ToolProcess.withoutToken(builder).start();
    process.getOutputStream().close();
    return process;
  }

  private Outcome ended(Process process) {
    // Read on a thread of its own: a child that is left behind holds the pipe open.
    FutureTask<byte[]> output =
        new FutureTask<>(() -> process.getInputStream().readNBytes(LONGEST));
    Thread reader = new Thread(output, "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
    long end = System.nanoTime() + deadline.toNanos();
    try {
      byte[] said = output.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
      if (process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
        return new Outcome.Ended(process.exitValue(), new String(said, StandardCharsets.UTF_8));
      }
    } catch (ExecutionException | TimeoutException e) {
      // Killed below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return new Outcome.TimedOut();
  }
}
