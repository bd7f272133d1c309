package dev.keyport.domain.moving;

import static dev.keyport.domain.moving.MovingWorld.ONE_LOGIN_A_HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.FolderProfile;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingsEditor;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.support.Configured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UseStoreTest {
  private final MovingWorld world = new MovingWorld();
  private final List<SettingsEditor.Change> made = new ArrayList<>();

  private TokenStore open(StoreSpec spec) {
    return switch (spec.scheme()) {
      case "old" -> world.from;
      case "new" -> world.to;
      default -> throw new UsageException("there is no store named \"" + spec.scheme() + "\"");
    };
  }

  private UseStore use(EffectiveSettings settings) {
    Map<String, String> file = new HashMap<>(Map.of("store", "old"));
    return new UseStore(
        this::open,
        settings,
        changes -> {
          made.addAll(changes);
          Map<String, String> before = new HashMap<>();
          for (SettingsEditor.Change change : changes) {
            Optional.ofNullable(file.get(change.key()))
                .ifPresent(value -> before.put(change.key(), value));
          }
          return before;
        });
  }

  @Test
  void aChoiceIsWrittenAndTakenBack() {
    UseStore use = use(Configured.with(Map.of(), "store = old"));
    StoreChoice choice = use.look("new");

    assertThat(choice.first()).isEqualTo(MovingWorld.TO);
    assertThat(choice.leaving()).contains(MovingWorld.FROM);
    assertThat(choice.overriding()).isEmpty();
    assertThat(made).isEmpty();

    Optional<String> before = use.write(choice);
    use.takeBack(choice, before);
    assertThat(made)
        .containsExactly(
            new SettingsEditor.Change("store", Optional.of("new")),
            new SettingsEditor.Change("store", Optional.of("old")));
  }

  @Test
  void aStoreThatIsReadFurtherIsNotLeft() {
    assertThat(use(Configured.with(Map.of(), "store = old")).look("new,old").leaving()).isEmpty();
  }

  @Test
  void whatIsAskedFirstIsNamed() {
    assertThat(
            use(Configured.with(Map.of("KEYPORT_STORE", "old"), "store = old"))
                .look("new")
                .overriding()
                .map(ResolvedSetting::called))
        .contains("KEYPORT_STORE");
    assertThat(
            use(Configured.with(Map.of(), "profile = work", "profile.work.store = old"))
                .look("new")
                .overriding()
                .map(ResolvedSetting::called))
        .hasValueSatisfying(called -> assertThat(called).contains("profile.work.store"));
  }

  @Test
  void aProfileNamedByAFlagIsWhatIsWritten() {
    StoreChoice choice =
        use(Configured.with(
                Map.of(),
                Map.of(SettingKey.PROFILE, "work"),
                FolderProfile.NONE,
                "profile.work.store = old"))
            .look("new");

    assertThat(choice.setting()).hasToString("profile.work.store");
    assertThat(choice.overriding()).isEmpty();
  }

  @Test
  void aSettingThatMakesNoSenseCanBeReplaced() {
    StoreChoice choice = use(Configured.with(Map.of(), "store = nosuch")).look("new");

    assertThat(choice.before()).isEmpty();
    assertThat(choice.leaving()).isEmpty();
    assertThat(choice.hidesFromTools()).isFalse();
  }

  @Test
  void aStoreThatDoesNotExistIsNotChosen() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> use(Configured.with(Map.of())).look("new,nosuch"));
  }

  @Test
  void whatChangesIsSaid() {
    world.from.with(ONE_LOGIN_A_HOST);
    EffectiveSettings settings = Configured.with(Map.of(), "store = old");
    assertThat(use(settings).look("new").hidesFromTools()).isTrue();
    assertThat(use(settings).look("new").opensToPrograms()).isFalse();
    assertThat(use(Configured.with(Map.of(), "store = new")).look("old").opensToPrograms())
        .isTrue();
  }
}
