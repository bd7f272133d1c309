package dev.keyport.keychain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A D-Bus session bus and a gnome-keyring of a test's own, in a folder of its own: nothing of the
 * user's session is seen or changed.
 */
public final class PrivateSession implements AutoCloseable {
  /** How long something may take that happens at once. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<String> PROGRAMS =
      List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool");

  private final Map<String, String> environment = new HashMap<>();
  private final List<Process> children = new ArrayList<>();
  private final Path folder;
  private final PrivateBus bus;

  private PrivateSession(Path folder, PrivateBus bus) {
    this.folder = folder;
    this.bus = bus;
  }

  /** Ends the test as skipped where a program is missing; as failed where CI is true. */
  public static void requirePrograms() {
    List<String> missing = PROGRAMS.stream().filter(program -> !isOnPath(program)).toList();
    String message = "these programs are missing: " + String.join(", ", missing);
    if ("true".equals(System.getenv("CI"))) {
      Assertions.assertTrue(missing.isEmpty(), message);
    }
    Assumptions.assumeTrue(missing.isEmpty(), message);
  }

  private static boolean isOnPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /** Starts a bus with nobody on it. */
  public static PrivateSession start(Path folder) throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    PrivateSession session = new PrivateSession(folder, PrivateBus.start(folder));
    session.environment.putAll(session.bus.environment());
    session.environment.put("LC_ALL", "C.UTF-8");
    session.environment.put("HOME", home.toString());
    session.environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    return session;
  }

  /** Starts the keyring with its login keyring unlocked and made the default. */
  public Process startKeyring() throws Exception {
    Process keyring =
        startChild("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets");
    try (OutputStream in = keyring.getOutputStream()) {
      in.write("a test's keyring".getBytes(StandardCharsets.UTF_8));
    }
    awaitName();
    return keyring;
  }

  /** Starts the keyring as it is before anybody has logged in. */
  public Process startKeyringUnasked() throws Exception {
    Process keyring = startChild("gnome-keyring-daemon", "--foreground", "--components=secrets");
    awaitName();
    return keyring;
  }

  private void awaitName() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!send(
            "org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.NameHasOwner",
            "string:org.freedesktop.secrets")
        .contains("boolean true")) {
      assertThat(System.nanoTime()).as("the keyring is on the bus").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** Waits until the condition holds. */
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** Locks the login keyring. */
  public void lock() throws Exception {
    send(
        "org.freedesktop.secrets",
        "/org/freedesktop/secrets",
        "org.freedesktop.Secret.Service.Lock",
        "array:objpath:/org/freedesktop/secrets/collection/login");
  }

  /** Calls a method on the bus; answers what was answered. */
  private String send(String to, String object, String method, String argument) throws Exception {
    return run(
        "",
        "dbus-send",
        "--bus=" + address(),
        "--print-reply",
        "--dest=" + to,
        object,
        method,
        argument);
  }

  /** Stops the process where it is, so that it answers nothing. */
  public static void freeze(Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor())
        .isZero();
  }

  /** Runs secret-tool with this on its standard input; answers its standard output. */
  public String secretTool(String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("secret-tool"));
    command.addAll(List.of(arguments));
    return run(input, command.toArray(String[]::new));
  }

  /** Runs a program with this on its standard input; answers its standard output. */
  public String run(String input, String... command) throws Exception {
    Process tool = startChild(command);
    try (OutputStream in = tool.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tool.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return out;
  }

  /** The bus's. */
  public String address() {
    return bus.address();
  }

  /** What a program of this session has in its environment. */
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** The same as Keyport sees it. */
  public Machine machine() {
    return new Machine(environment, folder.resolve("home"), "Linux");
  }

  private Process startChild(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process child = builder.start();
    children.add(child);
    return child;
  }

  /** Ends the children, the youngest first. */
  @Override
  public void close() {
    for (int i = children.size() - 1; i >= 0; i--) {
      children
          .get(i)
          .destroyForcibly()
          .onExit()
          .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .join();
    }
    bus.close();
  }
}
