package dev.keyport.domain.settings;

import dev.keyport.domain.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings there are: their keys, what they mean, and where each may stand. */
public enum SettingKey {
  /** The profile in use. */
  PROFILE("profile", "the profile to use", Room.TOP, "KEYPORT_PROFILE", null),
  /** The login of a profile. */
  ACCOUNT("account", "the login this profile uses", Room.PROFILE, null, null),
  /** The store or stores. */
  STORE("store", "where logins are kept, in order", Room.BOTH, "KEYPORT_STORE", "netrc"),
  /** The domain of API and git, or the address of both. */
  HOST("host", "the domain of API and git", Room.BOTH, "HEROKU_HOST", "heroku.com"),
  /** The API's address. */
  API_URL("api-url", "the API", Room.BOTH, "HEROKU_API_URL", null),
  /** The git address. */
  GIT_HOST("git-host", "git over HTTPS", Room.BOTH, "HEROKU_GIT_HOST", null),
  /** The address of the service for logins in the browser. */
  LOGIN_HOST("login-host", "the browser login's service", Room.BOTH, "HEROKU_LOGIN_HOST", null),
  /** The organization for single sign-on. */
  ORGANIZATION(
      "organization", "the organization to sign on to", Room.BOTH, "HEROKU_ORGANIZATION", null),
  /** The page for single sign-on. */
  SSO_URL("sso-url", "the page for single sign-on", Room.BOTH, "SSO_URL", null),
  /** How long one call may take. */
  TIMEOUT("timeout", "how long one call may take", Room.BOTH, null, "30s"),
  /** When to use colour. */
  COLOR("color", "auto, always or never", Room.BOTH, "NO_COLOR", "auto"),
  /** The browser for logins. */
  BROWSER("browser", "the browser for logins, or none", Room.BOTH, "BROWSER", null),
  /** How long a login by password lasts. */
  EXPIRES_IN("expires-in", "how long a login by password lasts", Room.BOTH, null, "30d");

  private static final List<String> COLORS = List.of("auto", "always", "never");

  private final String key;
  private final String meaning;
  private final Room room;
  private final Optional<String> variable;
  private final Optional<String> usual;

  /** Where a setting may stand. */
  private enum Room {
    TOP,
    PROFILE,
    BOTH
  }

  SettingKey(
      String key, String meaning, Room room, @Nullable String variable, @Nullable String usual) {
    this.key = key;
    this.meaning = meaning;
    this.room = room;
    this.variable = Optional.ofNullable(variable);
    this.usual = Optional.ofNullable(usual);
  }

  /** The key, as {@code api-url}. */
  public String key() {
    return key;
  }

  /** What it sets, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Whether it may stand at the top of the file. */
  public boolean isForTop() {
    return room != Room.PROFILE;
  }

  /** Whether it may stand in a profile. */
  public boolean isForProfile() {
    return room != Room.TOP;
  }

  /** The environment variable that sets it too. */
  public Optional<String> variable() {
    return variable;
  }

  /** What counts where nobody sets it; empty where it is then made from others, or is nothing. */
  public Optional<String> usual() {
    return usual;
  }

  /**
   * What the variable sets it to: its value, but that {@code NO_COLOR}, whatever it is, means
   * never.
   */
  Optional<String> fromEnvironment(Machine machine) {
    return variable.flatMap(machine::variable).map(value -> this == COLOR ? "never" : value);
  }

  /**
   * Checks a value as far as it shows by itself: that a store is a store is seen by who opens it.
   *
   * @throws UsageException when it can't be one; the message does not say whose it is
   */
  public void check(String value) {
    if (value.isBlank()) {
      throw new UsageException("it is empty", "give it a value, or take it out");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException("it has a line end or another control character", null);
    }
    switch (this) {
      case PROFILE -> SettingName.checkProfile(value);
      case HOST, API_URL, GIT_HOST, LOGIN_HOST -> Endpoints.check(value);
      case SSO_URL -> SsoPage.check(value);
      case ORGANIZATION -> SsoPage.checkOrganization(value);
      case TIMEOUT, EXPIRES_IN -> Durations.parse(value);
      case COLOR -> {
        if (!COLORS.contains(value)) {
          throw new UsageException(
              "\"" + value + "\" is not a choice", "it is one of: auto, always, never");
        }
      }
      case STORE, ACCOUNT, BROWSER -> {
        // Any text names one; which stores there are is not for settings to know.
      }
    }
  }

  /** The key's setting; empty when there is none of this key. */
  public static Optional<SettingKey> of(String key) {
    for (SettingKey known : values()) {
      if (known.key.equals(key)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** The keys that may stand in a profile, or at the top. */
  static List<String> keys(boolean inProfile) {
    List<String> keys = new ArrayList<>();
    for (SettingKey known : values()) {
      if (inProfile ? known.isForProfile() : known.isForTop()) {
        keys.add(known.key);
      }
    }
    return keys;
  }

  @Override
  public String toString() {
    return key;
  }
}
