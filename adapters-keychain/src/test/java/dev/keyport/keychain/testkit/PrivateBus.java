package dev.keyport.keychain.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A D-Bus session bus of a test's own, by {@code dbus-daemon}, in a folder of its own: nothing of
 * the user's session is seen or changed, and nothing is started by the bus itself.
 */
public final class PrivateBus implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  /** No service folder: nothing is started but what the test starts. */
  private static final String BUS_CONFIGURATION =
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
       "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>session</type>
        <listen>unix:path=%s</listen>
        <auth>EXTERNAL</auth>
        <policy context="default">
          <allow send_destination="*" eavesdrop="true"/>
          <allow eavesdrop="true"/>
          <allow own="*"/>
        </policy>
      </busconfig>
      """;

  private final Process daemon;
  private final Path run;

  private PrivateBus(Process daemon, Path run) {
    this.daemon = daemon;
    this.run = run;
  }

  /**
   * Starts a bus with nobody on it.
   *
   * @param folder where its socket and configuration are made; its path must be short, since a
   *     socket's is limited to some 100 bytes
   */
  public static PrivateBus start(Path folder) throws IOException {
    Path run =
        Files.createDirectory(
            folder.resolve("run"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path configuration =
        Files.writeString(
            folder.resolve("bus.conf"), BUS_CONFIGURATION.formatted(run.resolve("bus")));
    Process daemon =
        new ProcessBuilder(
                "dbus-daemon",
                "--config-file=" + configuration,
                "--nofork",
                "--nopidfile",
                "--print-address")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
    // It prints its address when it listens, and ends its output when it can't.
    String address = String.valueOf(out.readLine());
    if (!address.startsWith("unix:path=")) {
      daemon.destroyForcibly();
      throw new IOException("dbus-daemon did not start in " + folder);
    }
    return new PrivateBus(daemon, run);
  }

  /** Its address, without the identity that dbus-daemon adds. */
  public String address() {
    return "unix:path=" + run.resolve("bus");
  }

  /** What a program on this bus has in its environment. */
  public Map<String, String> environment() {
    return Map.of("DBUS_SESSION_BUS_ADDRESS", address(), "XDG_RUNTIME_DIR", run.toString());
  }

  /** Ends the bus, and so every connection to it. */
  @Override
  public void close() {
    daemon.destroyForcibly().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
