package dev.keyport.cli.wiring;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Durations;
import dev.keyport.domain.settings.SettingKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every verb takes. */
public final class GlobalOptions {
  private static final List<String> COLORS = List.of("auto", "always", "never");

  @Option(
      names = "--store",
      paramLabel = "SPEC",
      scope = ScopeType.INHERIT,
      description = "The store to use: netrc, netrc:PATH, keychain, or a list: keychain,netrc.")
  private @Nullable String store;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The profile to use, of those in the settings.")
  private @Nullable String profile;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer in JSON; errors are JSON on stderr.")
  private boolean json;

  @Option(
      names = "--no-input",
      scope = ScopeType.INHERIT,
      description = "Never ask anything: no prompt, no unlock window.")
  private boolean noInput;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      scope = ScopeType.INHERIT,
      description = "How long one call may take, as 10s or 2m. Default: 30s.")
  private @Nullable String timeout;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Trace requests on stderr; secrets are shown as ****.")
  private boolean debug;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "auto, always or never. Default: auto; NO_COLOR means never.")
  private @Nullable String color;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  /** None given. */
  public GlobalOptions() {}

  /** With the store given, and whether nobody may be asked. */
  public GlobalOptions(Optional<String> store, boolean noInput) {
    this.store = store.orElse(null);
    this.noInput = noInput;
  }

  /** Whether help was asked for. */
  public boolean isHelpAsked() {
    return help;
  }

  /** The settings that flags were given for. */
  public Map<SettingKey, String> flags() {
    Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
    put(flags, SettingKey.STORE, store);
    put(flags, SettingKey.PROFILE, profile);
    put(flags, SettingKey.TIMEOUT, timeout);
    put(flags, SettingKey.COLOR, color);
    return flags;
  }

  private static void put(Map<SettingKey, String> flags, SettingKey key, @Nullable String value) {
    if (value != null) {
      flags.put(key, value);
    }
  }

  /** Whether the answer is to be JSON. */
  public boolean json() {
    return json;
  }

  /** Whether nobody may be asked. */
  public boolean noInput() {
    return noInput;
  }

  /** Whether requests are traced. */
  public boolean debug() {
    return debug;
  }

  /**
   * Reads every value, so that one that can't be used is told before anything is done.
   *
   * @throws UsageException when one can't
   */
  public void check() {
    if (timeout != null) {
      Durations.parse(timeout);
    }
    if (color != null && !COLORS.contains(color)) {
      throw new UsageException("--color takes auto, always or never");
    }
  }
}
