package dev.keyport.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.Place;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.support.Configured;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveSettingsTest {
  private static final String[] FILE = {
    "store = netrc:/file", "profile.work.store = netrc:/work", "profile.home.account = ann@x.com",
  };

  private static String store(EffectiveSettings settings) {
    ResolvedSetting found = settings.find(SettingKey.STORE).orElseThrow();
    return found.value() + " by " + found.source().kind();
  }

  private static FolderProfile folder(String name) {
    return () ->
        Optional.of(
            new ResolvedSetting(
                SettingKey.PROFILE, name, new SettingSource.Folder(Place.of("/src/.keyport"))));
  }

  @Test
  void flagThenEnvironmentThenProfileThenFileThenDefault() {
    Map<SettingKey, String> flag = Map.of(SettingKey.STORE, "memory");
    Map<String, String> variable = Map.of("KEYPORT_STORE", "keychain");
    Map<String, String> profile = Map.of("KEYPORT_PROFILE", "work");

    assertThat(store(Configured.with(variable, flag, folder("work"), FILE)))
        .isEqualTo("memory by flag");
    assertThat(store(Configured.with(variable, Map.of(), folder("work"), FILE)))
        .isEqualTo("keychain by environment");
    assertThat(store(Configured.with(profile, FILE))).isEqualTo("netrc:/work by profile");
    assertThat(store(Configured.with(Map.of(), FILE))).isEqualTo("netrc:/file by file");
    assertThat(store(Configured.with(Map.of()))).isEqualTo("netrc by default");
  }

  @Test
  void aProfileThatIsSilentLeavesTheFileToSpeak() {
    assertThat(store(Configured.with(Map.of("KEYPORT_PROFILE", "home"), FILE)))
        .isEqualTo("netrc:/file by file");
  }

  @Test
  void theProfileIsThatOfFlagEnvironmentFolderAndFileInThisOrder() {
    String[] file = {
      "profile = d",
      "profile.a.store = a",
      "profile.b.store = b",
      "profile.c.store = c",
      "profile.d.store = d",
    };
    Map<SettingKey, String> flag = Map.of(SettingKey.PROFILE, "a");
    Map<String, String> variable = Map.of("KEYPORT_PROFILE", "b");

    assertThat(store(Configured.with(variable, flag, folder("c"), file))).startsWith("a by");
    assertThat(store(Configured.with(variable, Map.of(), folder("c"), file))).startsWith("b by");
    assertThat(store(Configured.with(Map.of(), Map.of(), folder("c"), file))).startsWith("c by");
    assertThat(store(Configured.with(Map.of(), file))).startsWith("d by");
  }

  @Test
  void anUnknownProfileIsToldWithWhoNamedItAndTheNearest() {
    EffectiveSettings settings = Configured.with(Map.of("KEYPORT_PROFILE", "wrok"), FILE);

    assertThatThrownBy(() -> settings.find(SettingKey.STORE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("KEYPORT_PROFILE")
        .hasMessageContaining("\"wrok\"")
        .extracting(e -> ((KeyportException) e).hint().orElse(""))
        .asString()
        .contains("\"work\"", "home, work");
  }

  @ParameterizedTest
  @CsvSource({
    "stroe, did you mean \"store\"",
    "profile.work.stroe, did you mean \"profile.work.store\"",
    "profile.work.profile, at the top",
    "account, profile.NAME.account",
    "profile.work, profile.NAME.KEY",
    "profile.a b.store, letters",
  })
  void aKeyThatIsNoneIsToldWithItsLineAndTheNearest(String key, String told) {
    EffectiveSettings settings = Configured.with(Map.of(), "color = never", key + " = x");

    assertThatThrownBy(() -> settings.find(SettingKey.STORE))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("/config, line 2: ")
        .extracting(e -> e.getMessage() + ((KeyportException) e).hint().orElse(""))
        .asString()
        .contains(told);
  }

  @Test
  void aWrongValueIsToldWithWhereItStands() {
    EffectiveSettings settings =
        Configured.with(Map.of("KEYPORT_PROFILE", "work"), "profile.work.timeout = soon");

    assertThatThrownBy(() -> settings.read(SettingKey.TIMEOUT, Durations::parse))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("profile.work.timeout in /config, line 1: ")
        .hasMessageContaining("soon");
  }

  @Test
  void noColorMeansNever() {
    assertThat(Configured.with(Map.of("NO_COLOR", "1"), "color = always").find(SettingKey.COLOR))
        .map(ResolvedSetting::value)
        .contains("never");
  }

  @Test
  void anAddressThatIsSetNearerWinsWholeOverThoseFartherAway() {
    String[] file = {
      "host = corp.example", "git-host = code.corp.example", "login-host = in.corp.example",
    };
    Endpoints filed = Endpoints.of(Configured.with(Map.of(), file));
    Endpoints nearer = Endpoints.of(Configured.with(Map.of("HEROKU_HOST", "x.example"), file));

    assertThat(filed.git()).isEqualTo(URI.create("https://code.corp.example"));
    assertThat(filed.login()).contains(URI.create("https://in.corp.example"));
    assertThat(nearer.api()).isEqualTo(URI.create("https://api.x.example"));
    assertThat(nearer.git()).isEqualTo(URI.create("https://git.x.example"));
    assertThat(nearer.login()).isEmpty();
  }

  @Test
  void anSsoPageOfAnotherApiIsNotUsed() {
    EffectiveSettings settings =
        Configured.with(Map.of("HEROKU_HOST", "x.example"), "sso-url = https://sso.corp.example");

    assertThat(SsoPage.of(settings, Endpoints.of(settings)).given()).isEmpty();
  }

  @Test
  void allThatHasAValueIsListed() {
    List<String> all =
        Configured.with(Map.of(), "organization = acme").all().stream()
            .map(setting -> setting.key() + "=" + setting.value())
            .toList();

    assertThat(all)
        .containsExactly(
            "store=netrc",
            "host=heroku.com",
            "organization=acme",
            "timeout=30s",
            "color=auto",
            "expires-in=30d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "netrc:team.netrc|netrc:~/team.netrc",
        "keychain, netrc:.netrc|keychain,netrc:~/.netrc",
        "netrc:../x|netrc:~/../x",
        "netrc:~/x|netrc:~/x",
        "netrc:/x|netrc:/x",
        "netrc:C:\\x|netrc:C:\\x",
        "netrc|netrc",
        "helper:pass|helper:pass"
      })
  void theFilesPathsAreNeverTheWorkingFolders(String written, String read) {
    assertThat(store(Configured.with(Map.of(), "store = " + written))).startsWith(read + " by ");
    assertThat(store(Configured.with(Map.of(), "profile = x", "profile.x.store = " + written)))
        .startsWith(read + " by ");
    assertThat(store(Configured.with(Map.of("KEYPORT_STORE", written))))
        .as("what is typed is read as it is")
        .startsWith(written + " by ");
  }
}
