package dev.keyport.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.AllowedFolders;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingSource;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.domain.store.StorePolicy;
import dev.keyport.domain.store.TokenStoreProvider;
import dev.keyport.domain.store.TokenStores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ManageSettingsTest {
  private static final TokenStores STORES =
      new TokenStores(
          Map.of("memory", InMemoryTokenStore.Provider::new),
          ServiceLoader.load(TokenStoreProvider.class),
          machine -> StorePolicy.NONE);
  private static final Machine MACHINE = new Machine(Map.of(), Path.of("/home/ann"), "Linux");

  private final EditedFile file =
      new EditedFile()
          .with("store", "memory")
          .with("profile.work.account", "ann")
          .with("profile.work.timeout", "5s");

  private int forbidden;

  private ManageSettings manage() {
    return new ManageSettings(file.settings(Map.of()), file, STORES, new ThisFolder(), MACHINE);
  }

  @Test
  void aValueIsThatInForceOrTheProfiles() {
    assertThat(manage().get("store").value()).isEqualTo("memory");
    assertThat(manage().get("timeout").source()).isEqualTo(new SettingSource.Default());
    assertThat(manage().get("profile.work.timeout").value()).isEqualTo("5s");
    assertThatThrownBy(() -> manage().get("profile.work.store"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> manage().get("api-url")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> manage().get("stroe"))
        .isInstanceOfSatisfying(
            UsageException.class, e -> assertThat(e.hint().orElse("")).contains("\"store\""));
    assertThat(manage().list()).extracting(ResolvedSetting::key).contains(SettingKey.STORE);
    assertThat(manage().profiles()).containsExactly("work");
    assertThat(manage().place()).isEqualTo("/config");
  }

  @Test
  void onlyWhatCanBeUsedIsWritten() {
    Map<String, String> before = Map.copyOf(file.lines());
    for (List<String> wrong :
        List.of(
            List.of("store", "nothing"),
            List.of("timeout", "soon"),
            List.of("color", "red"),
            List.of("profile", "wrok"),
            List.of("account", "ann"),
            List.of("profile.work.profile", "work"),
            List.of("host", " "))) {
      assertThatThrownBy(() -> manage().set(wrong.get(0), wrong.get(1)))
          .as("%s", wrong)
          .isInstanceOf(UsageException.class);
    }
    assertThat(file.lines()).isEqualTo(before);
  }

  @Test
  void settingTellsWhatWasThere() {
    assertThat(manage().set("timeout", " 10s ")).isEmpty();
    assertThat(manage().set("timeout", "20s")).contains("10s");
    assertThat(manage().set("profile", "work")).isEmpty();
    assertThat(manage().unset("timeout")).contains("20s");
    assertThat(manage().unset("timeout")).isEmpty();
    assertThatThrownBy(() -> manage().unset("tiemout")).isInstanceOf(UsageException.class);
  }

  @Test
  void whatNobodyKnowsCanBeTakenOutAllTheSame() {
    file.with("stroe", "netrc");
    ManageSettings manage =
        new ManageSettings(
            new EditedFile().settings(Map.of()), file, STORES, new ThisFolder(), MACHINE);
    assertThat(manage.unset("stroe")).contains("netrc");
  }

  @Test
  void theFolderIsAllowedAndForbidden() {
    assertThat(manage().allowFolder().value()).isEqualTo("work");
    assertThat(manage().forbidFolder()).contains("/folder/.keyport");
  }

  @Test
  void aProfileThatIsNotThereIsNotAllowed() {
    file.lines().clear();
    ManageSettings manage = manage();
    assertThatThrownBy(manage::allowFolder)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("\"work\"");
    assertThat(forbidden).isEqualTo(1);
  }

  private final class ThisFolder implements AllowedFolders {
    @Override
    public ResolvedSetting allow() {
      return new ResolvedSetting(SettingKey.PROFILE, "work", new SettingSource.Default());
    }

    @Override
    public Optional<String> forbid() {
      forbidden++;
      return Optional.of("/folder/.keyport");
    }
  }
}
