package dev.keyport.netrc;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.token.EnvironmentToken;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Runs gpg(1) for one file. Secrets go in and out by pipes, never as an argument or a file; gpg
 * sees the environment without Keyport's own token; it asks no network; and its runs together get
 * no longer than the time given, counted from when this was made.
 */
final class GnuPg {
  private static final String PACKAGE =
      "install GnuPG 2.1 or later: apt install gnupg, dnf install gnupg2, brew install gnupg";

  /** How the JDK tells that a signal ended a process: this and the signal's number. */
  private static final int SIGNAL = 128;

  private final Path file;
  private final Machine machine;
  private final GpgPinentry pinentry;
  private final Duration timeout;
  private final long deadline;

  /**
   * @param file what errors are about
   * @param timeout for all runs together
   */
  GnuPg(Path file, Machine machine, GpgPinentry pinentry, Duration timeout) {
    this.file = file;
    this.machine = machine;
    this.pinentry = pinentry;
    this.timeout = timeout;
    this.deadline = System.nanoTime() + timeout.toNanos();
  }

  /**
   * Runs it with this on its standard input.
   *
   * @throws StoreException.Unavailable when gpg is not there, can't be started, or said nothing
   *     that its status lines should say
   * @throws StoreException.TimedOut when it did not end in time; it is ended
   */
  GpgAnswer run(byte[] input, List<String> arguments) {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().clear();
    builder.environment().putAll(environment());
    try (GpgProcess process = new GpgProcess(builder.start(), deadline)) {
      return checked(process.exchange(input));
    } catch (TimeoutException e) {
      throw new StoreException.TimedOut(
          "gpg did not answer within " + timeout.toMillis() + " ms on " + file,
          pinentry.allowed()
              ? "see whether it waits for a passphrase, or give it longer: --timeout 2m"
              : "see whether its agent answers: gpg-connect-agent /bye");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable(
          "the wait for gpg on " + file + " was interrupted", null, e);
    } catch (IOException e) {
      throw new StoreException.Unavailable(
          file + " needs gpg, which can't be run: " + e.getClass().getSimpleName(), PACKAGE, e);
    }
  }

  private GpgAnswer checked(GpgAnswer answer) {
    if (answer.output().length > GpgProcess.MAX_OUTPUT) {
      throw new StoreException.Unavailable(
          file + " decrypts to over " + GpgProcess.MAX_OUTPUT / (1024 * 1024) + " MiB",
          "it is not what it should be, or needs to be cleared out by hand",
          null);
    }
    boolean killed = answer.exit() > SIGNAL && !machine.isWindows();
    if (killed || (answer.exit() != 0 && answer.status().isEmpty())) {
      throw new StoreException.Unavailable(
          "gpg can't be used on " + file + ": it ended with status " + answer.exit(),
          "try: gpg --decrypt " + file + "; " + PACKAGE,
          null);
    }
    return answer;
  }

  private List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program().toString());
    command.addAll(List.of("--batch", "--no-tty", "--quiet", "--status-fd", "2"));
    // What is meant for people goes nowhere, so that only status lines come down that pipe.
    command.addAll(List.of("--logger-file", machine.isWindows() ? "NUL" : "/dev/null"));
    command.addAll(List.of("--disable-dirmngr", "--no-auto-key-retrieve", "--no-auto-key-locate"));
    command.addAll(pinentry.arguments());
    command.addAll(arguments);
    return command;
  }

  /** Looked for here and not by the JDK, which goes by the PATH that this program started with. */
  private Path program() {
    String name = machine.isWindows() ? "gpg.exe" : "gpg";
    // Windows spells it Path.
    String path = machine.variable("PATH").or(() -> machine.variable("Path")).orElse("");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Optional<Path> program = program(folder, name);
      if (program.isPresent()) {
        return program.get();
      }
    }
    throw new StoreException.Unavailable(
        file + " is encrypted, and there is no gpg on the PATH to open it", PACKAGE, null);
  }

  /** Only in folders with an absolute name: the others change with the folder one stands in. */
  private static Optional<Path> program(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name))
          .filter(Path::isAbsolute)
          .filter(Files::isRegularFile)
          .filter(Files::isExecutable);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(machine.environment());
    environment.remove(EnvironmentToken.VARIABLE);
    pinentry.terminal().ifPresent(terminal -> environment.put("GPG_TTY", terminal));
    if (!pinentry.allowed()) {
      // Not where a person is asked: a passphrase is typed in that person's own encoding.
      environment.put("LC_ALL", "C");
    }
    return environment;
  }
}
