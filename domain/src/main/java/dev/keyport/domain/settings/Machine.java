package dev.keyport.domain.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The machine and user a program runs as, passed in rather than looked up, so that tests can name
 * another operating system.
 *
 * @param environment the environment variables; may hold secrets, so it is never printed
 * @param home the user's home folder, absolute
 * @param osName as the system property {@code os.name}
 * @param workingFolder where the program was started, absolute
 * @param systemFolder where the machine's administrator keeps Keyport's policy, absolute; no
 *     variable of the environment says it, since the policy binds the user
 */
public record Machine(
    Map<String, String> environment,
    Path home,
    String osName,
    Path workingFolder,
    Path systemFolder) {
  public Machine {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(osName, "osName");
    Objects.requireNonNull(workingFolder, "workingFolder");
    Objects.requireNonNull(systemFolder, "systemFolder");
  }

  /** Started in the home folder, with the operating system's own folder for the policy. */
  public Machine(Map<String, String> environment, Path home, String osName) {
    this(environment, home, osName, home, systemFolder(osName));
  }

  private static Path systemFolder(String osName) {
    return Path.of(osName.startsWith("Windows") ? "C:\\ProgramData\\keyport" : "/etc/keyport");
  }

  /** This process's own: {@code HOME} where it is set, else {@code user.home}. */
  public static Machine current() {
    Map<String, String> environment = System.getenv();
    String home = environment.get("HOME");
    String osName = System.getProperty("os.name", "");
    return new Machine(
        environment,
        Path.of(home == null || home.isEmpty() ? System.getProperty("user.home", "") : home)
            .toAbsolutePath(),
        osName,
        Path.of("").toAbsolutePath(),
        systemFolder(osName));
  }

  /** The variable's value; an empty one counts as unset. */
  public Optional<String> variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** Whether this is Windows. */
  public boolean isWindows() {
    return osName.startsWith("Windows");
  }

  /** Whether this is macOS. */
  public boolean isMac() {
    return osName.startsWith("Mac");
  }

  /**
   * Keyport's own folder for state: {@code $XDG_STATE_HOME/keyport}, else {@code
   * ~/.local/state/keyport}; {@code %LOCALAPPDATA%\keyport} on Windows. Relative values of the
   * variable are ignored, as the XDG Base Directory Specification asks.
   */
  public Path stateFolder() {
    return folder("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA");
  }

  /**
   * Keyport's own folder for settings: {@code $XDG_CONFIG_HOME/keyport}, else {@code
   * ~/.config/keyport}; {@code %APPDATA%\keyport} on Windows.
   */
  public Path configFolder() {
    return folder("XDG_CONFIG_HOME", ".config", "APPDATA");
  }

  private Path folder(String xdg, String underHome, String windows) {
    return variable(isWindows() ? windows : xdg)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> home.resolve(underHome))
        .resolve("keyport");
  }

  /** Names the home folder and operating system only: the environment may hold secrets. */
  @Override
  public String toString() {
    return "Machine[home=" + home + ", osName=" + osName + "]";
  }
}
