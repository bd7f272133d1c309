package dev.keyport.domain.settings;

import dev.keyport.domain.error.UsageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machine and user a program runs as, passed in rather than looked up, so that tests can name
 * another operating system.
 *
 * @param environment the environment variables; may hold secrets, so it is never printed
 * @param home the user's home folder, absolute; the empty path where it is not known, as for a
 *     container's user whom no passwd entry names
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
  private static final Path UNKNOWN = Path.of("");

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

  /**
   * This process's own: the home folder is {@code HOME} where it is set, else {@code user.home}
   * where that is a path from the root on. The JDK has {@code ?} there for a user it knows nothing
   * of.
   */
  public static Machine current() {
    Map<String, String> environment = System.getenv();
    String osName = System.getProperty("os.name", "");
    return new Machine(
        environment,
        home(environment.get("HOME"), System.getProperty("user.home", "")),
        osName,
        Path.of("").toAbsolutePath(),
        systemFolder(osName));
  }

  static Path home(@Nullable String variable, String property) {
    if (variable != null && !variable.isEmpty()) {
      return Path.of(variable).toAbsolutePath();
    }
    Path home = Path.of(property.equals("?") ? "" : property);
    return home.isAbsolute() ? home : UNKNOWN;
  }

  /** Whether the home folder is known. */
  public boolean isHomeKnown() {
    return !home.equals(UNKNOWN);
  }

  /**
   * The user's home folder, absolute.
   *
   * @throws UsageException when it is not known
   */
  @Override
  public Path home() {
    if (!isHomeKnown()) {
      throw new UsageException(
          "there is no home folder: HOME is not set, and the system knows none for this user",
          "set HOME, or name the store's file by its full path, as netrc:/path/to/file");
    }
    return home;
  }

  /** The same with no variable set. */
  public Machine withoutEnvironment() {
    return new Machine(Map.of(), home, osName, workingFolder, systemFolder);
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
   *
   * @throws UsageException when it would be in a home folder that is not known
   */
  public Path stateFolder() {
    return folder("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA");
  }

  /**
   * Keyport's own folder for settings: {@code $XDG_CONFIG_HOME/keyport}, else {@code
   * ~/.config/keyport}; {@code %APPDATA%\keyport} on Windows.
   *
   * @throws UsageException when it would be in a home folder that is not known
   */
  public Path configFolder() {
    return folder("XDG_CONFIG_HOME", ".config", "APPDATA");
  }

  private Path folder(String xdg, String underHome, String windows) {
    return variable(isWindows() ? windows : xdg)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> home().resolve(underHome))
        .resolve("keyport");
  }

  /** Names the home folder and operating system only: the environment may hold secrets. */
  @Override
  public String toString() {
    return "Machine[home=" + home + ", osName=" + osName + "]";
  }
}
