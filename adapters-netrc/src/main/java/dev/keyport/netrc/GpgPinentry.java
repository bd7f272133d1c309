package dev.keyport.netrc;

import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether gpg-agent may ask a person for a passphrase, and at which terminal.
 *
 * @param allowed whether it may ask at all
 * @param terminal the device for a pinentry that draws on one; empty where none is known
 */
record GpgPinentry(boolean allowed, Optional<String> terminal) {
  private static final String TERMINAL = "GPG_TTY";

  /** Asks nobody. */
  static GpgPinentry never() {
    return new GpgPinentry(false, Optional.empty());
  }

  /** By policy; a display, or a terminal, is where a person is visible. */
  static GpgPinentry of(InteractionPolicy policy, Machine machine) {
    if (policy == InteractionPolicy.NEVER) {
      return never();
    }
    Optional<String> terminal = machine.variable(TERMINAL).or(GpgPinentry::ownTerminal);
    boolean visible =
        terminal.isPresent()
            || machine.variable("DISPLAY").isPresent()
            || machine.variable("WAYLAND_DISPLAY").isPresent()
            || ((machine.isMac() || machine.isWindows())
                && machine.variable("SSH_CONNECTION").isEmpty());
    return visible || policy == InteractionPolicy.ALWAYS
        ? new GpgPinentry(true, terminal)
        : never();
  }

  /** gpg can't find it by itself: its own streams are pipes. Known where there is a /proc. */
  private static Optional<String> ownTerminal() {
    return Stream.of(0, 2, 1).flatMap(stream -> terminal(stream).stream()).findFirst();
  }

  private static Optional<String> terminal(int stream) {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString())
          .filter(device -> device.startsWith("/dev/pts/") || device.startsWith("/dev/tty"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What gpg is told of it. */
  List<String> arguments() {
    return allowed ? List.of() : List.of("--pinentry-mode", "error");
  }
}
