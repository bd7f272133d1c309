package dev.keyport.cli.wiring;

import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingName;
import dev.keyport.domain.settings.SettingSource;
import dev.keyport.domain.token.EnvironmentToken;
import java.util.Optional;

/** Tells, once, where the environment has its way over the profile in use. */
public final class Overrides {
  private Overrides() {}

  /** That the environment's token is used, to the person, who is told a thing once. */
  public static void tellOfToken(Invocation invocation) {
    invocation
        .person()
        .warn(
            EnvironmentToken.VARIABLE
                + " is set: its token is used in place of any stored login"
                + invocation
                    .preferences()
                    .settings()
                    .profile()
                    .map(profile -> ", whatever profile " + profile.value() + " says")
                    .orElse(""));
  }

  /** On stderr, where there is a profile and something to tell. */
  public static void tell(Invocation invocation) {
    EffectiveSettings settings = invocation.preferences().settings();
    Optional<ResolvedSetting> profile = settings.profile();
    if (profile.isEmpty()) {
      return;
    }
    String name = profile.get().value();
    if (invocation.machine().variable(EnvironmentToken.VARIABLE).isPresent()) {
      tellOfToken(invocation);
    }
    boolean another =
        settings.inFile().containsKey(SettingName.in(name, SettingKey.STORE))
            && settings
                .set(SettingKey.STORE)
                .filter(set -> set.source() instanceof SettingSource.Environment)
                .isPresent();
    if (another) {
      invocation
          .person()
          .warn("KEYPORT_STORE is set: it is used in place of the store of profile " + name);
    }
  }
}
