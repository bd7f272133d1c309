package dev.keyport.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A session bus and a gnome-keyring of the benchmark's own, in a home folder of its own. */
final class KeyringSession implements AutoCloseable {
  static final List<String> PROGRAMS =
      List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long GLANCE_MILLIS = 20;

  private final Map<String, String> environment = new HashMap<>();
  private final Process bus;
  private final Process keyring;

  private KeyringSession(Path work) throws IOException, InterruptedException {
    Path home = Files.createDirectories(work.resolve("keyring"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Path socket = home.resolve("bus");
    for (String folder : List.of("HOME", "XDG_RUNTIME_DIR")) {
      environment.put(folder, home.toString());
    }
    for (String unset :
        List.of("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HEROKU_API_KEY")) {
      environment.put(unset, "");
    }
    environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
    environment.put("LC_ALL", "C.UTF-8");
    bus = start("dbus-daemon", "--session", "--nofork", "--address=unix:path=" + socket);
    await(() -> Files.exists(socket), "the session bus");
    keyring = start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets");
    try (OutputStream password = keyring.getOutputStream()) {
      password.write("a benchmark's keyring".getBytes(StandardCharsets.UTF_8));
    }
    await(this::isServed, "gnome-keyring-daemon");
  }

  /** What is waited for. */
  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private static void await(Condition condition, String what)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IOException(what + " did not start within " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(GLANCE_MILLIS);
    }
  }

  /** Whether the keyring has its name on the bus. */
  private boolean isServed() throws IOException, InterruptedException {
    Process asked =
        start(
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.GetNameOwner",
            "string:org.freedesktop.secrets");
    return asked.waitFor() == 0;
  }

  static KeyringSession start(Path work) throws IOException, InterruptedException {
    return new KeyringSession(work);
  }

  private Process start(String... words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return builder.start();
  }

  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** The same for the launcher, with the JDK to run on. */
  Map<String, String> environment(Path javaHome) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("JAVA_HOME", javaHome.toString());
    return all;
  }

  /** Keeps a password under these attributes, by secret-tool. */
  void keep(String password, String... attributes) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("secret-tool", "store", "--label=one"));
    words.addAll(List.of(attributes));
    Process tool = start(words.toArray(String[]::new));
    try (OutputStream in = tool.getOutputStream()) {
      in.write(password.getBytes(StandardCharsets.UTF_8));
    }
    if (!tool.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || tool.exitValue() != 0) {
      throw new IOException("secret-tool could not store what is to be looked up");
    }
  }

  @Override
  public void close() {
    keyring.destroy();
    bus.destroy();
  }
}
