package dev.keyport.domain.moving;

import static dev.keyport.domain.moving.MovingWorld.ONE_LOGIN_A_HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyport.domain.credential.Credential;
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
  private static final SettingsEditor.Change CHOSEN =
      new SettingsEditor.Change("store", Optional.of("new"));
  private static final Credential ANN = MovingWorld.credential("h.example", "ann", "secret");

  private final MovingWorld world = new MovingWorld();
  private final List<SettingsEditor.Change> made = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private boolean locked;

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
          if (locked && !made.isEmpty()) {
            throw new UsageException("the settings are locked", null);
          }
          made.addAll(changes);
          Map<String, String> before = new HashMap<>();
          for (SettingsEditor.Change change : changes) {
            Optional.ofNullable(file.get(change.key()))
                .ifPresent(value -> before.put(change.key(), value));
          }
          return before;
        },
        world.process(),
        notices::add);
  }

  @Test
  void aChoiceIsWritten() {
    UseStore use = use(Configured.with(Map.of(), "store = old"));
    StoreChoice choice = use.look("new");

    assertThat(choice.first()).isEqualTo(MovingWorld.TO);
    assertThat(choice.leaving()).contains(MovingWorld.FROM);
    assertThat(choice.overriding()).isEmpty();
    assertThat(made).isEmpty();

    assertThat(use.use(choice, Optional.empty())).isEmpty();
    assertThat(made).containsExactly(CHOSEN);
  }

  private MovePlan plan() {
    return world.process().plan(MovingWorld.FROM, MovingWorld.TO, Optional.empty());
  }

  @Test
  void whatGoesAlongIsMoved() {
    world.from.save(List.of(ANN));
    UseStore use = use(Configured.with(Map.of(), "store = old"));

    Optional<Moved> moved = use.use(use.look("new"), Optional.of(plan()));
    assertThat(moved.orElseThrow().moved()).containsExactly(ANN.id());
    assertThat(world.to.find(ANN.id())).isPresent();
    assertThat(made).containsExactly(CHOSEN);
  }

  @Test
  void aChoiceWhoseMoveIsRefusedIsNotWritten() {
    world.from.save(List.of(ANN));
    world.to.save(List.of(MovingWorld.credential("h.example", "ann", "another")));
    UseStore use = use(Configured.with(Map.of(), "store = old"));
    StoreChoice choice = use.look("new");

    assertThatExceptionOfType(MoveRefusedException.class)
        .isThrownBy(() -> use.use(choice, Optional.of(plan())));
    assertThat(made).isEmpty();
  }

  @Test
  void aChoiceIsTakenBackWhereNothingCouldBeMoved() {
    world.from.save(List.of(ANN));
    UseStore use = use(Configured.with(Map.of(), "store = old"));
    StoreChoice choice = use.look("new");
    MovePlan plan = plan();
    world.from.remove(List.of(ANN.id()));

    assertThatExceptionOfType(MoveRefusedException.class)
        .isThrownBy(() -> use.use(choice, Optional.of(plan)));
    assertThat(made)
        .containsExactly(CHOSEN, new SettingsEditor.Change("store", Optional.of("old")));
    assertThat(notices).isEmpty();

    made.clear();
    locked = true;
    assertThatExceptionOfType(MoveRefusedException.class)
        .isThrownBy(() -> use.use(choice, Optional.of(plan)))
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(notices).containsExactly("\"store\" is set to new all the same");
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
