package dev.keyport.cli.wiring;

import dev.keyport.cli.io.Printable;
import dev.keyport.cli.io.Streams;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.settings.Durations;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingSource;
import dev.keyport.files.FolderProfiles;
import dev.keyport.files.PropertiesSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a run as the command itself needs them, each read at the first question.
 *
 * @param machine whose environment counts
 * @param settings those in force
 * @param folders whether the working folder may choose
 * @param forNewAccount whether the login to come is another account's than those stored by now
 */
public record Preferences(
    Machine machine, EffectiveSettings settings, FolderProfiles folders, boolean forNewAccount) {
  /** How long to wait for another process that changes a file of Keyport's own. */
  static final Duration LOCK_TIME = Duration.ofSeconds(10);

  private static final String NO_BROWSER = "none";

  /** Of this run; what is to be told of a folder goes to stderr. */
  public static Preferences of(Machine machine, GlobalOptions options, Streams streams) {
    FolderProfiles folders =
        new FolderProfiles(
            machine,
            LOCK_TIME,
            notice -> streams.err().println("warning: " + Printable.of(notice)));
    return new Preferences(
        machine,
        new EffectiveSettings(PropertiesSettings.of(machine), machine, options.flags(), folders),
        folders,
        false);
  }

  /** The same with other settings. */
  Preferences with(EffectiveSettings others, boolean newAccount) {
    return new Preferences(machine, others, folders, newAccount);
  }

  /** How long one call may take. */
  public Duration timeout() {
    return settings.read(SettingKey.TIMEOUT, Durations::parse).orElseThrow();
  }

  /** The same for what must go on even where the settings can't be read: others say why. */
  Duration timeoutInAnyCase() {
    try {
      return timeout();
    } catch (UsageException e) {
      return Durations.parse(SettingKey.TIMEOUT.usual().orElseThrow());
    }
  }

  /** How long one call may take, where somebody said so. */
  public Optional<Duration> timeoutAskedFor() {
    return settings.set(SettingKey.TIMEOUT).map(set -> set.as(Durations::parse));
  }

  /** How long a login by password lasts, where somebody said so. */
  public Optional<Duration> expiresIn() {
    return settings.set(SettingKey.EXPIRES_IN).map(set -> set.as(Durations::parse));
  }

  /** Whether the answer is to be coloured, where {@code auto} means this. */
  public boolean isColored(boolean auto) {
    return switch (settings.find(SettingKey.COLOR).orElseThrow().checked()) {
      case "always" -> true;
      case "never" -> false;
      default -> auto;
    };
  }

  /** The same for what must be shown even where the settings can't be read. */
  public boolean isColoredInAnyCase(boolean auto) {
    try {
      return isColored(auto);
    } catch (UsageException e) {
      return auto && machine.variable("NO_COLOR").isEmpty();
    }
  }

  /** The browser where nobody names one: what {@code BROWSER} has is for the opener to read. */
  public BrowserChoice usualBrowser() {
    return settings
        .set(SettingKey.BROWSER)
        .filter(set -> !(set.source() instanceof SettingSource.Environment))
        .map(ResolvedSetting::checked)
        .<BrowserChoice>map(
            name ->
                name.equals(NO_BROWSER) ? new BrowserChoice.None() : new BrowserChoice.Named(name))
        .orElseGet(BrowserChoice.Usual::new);
  }
}
