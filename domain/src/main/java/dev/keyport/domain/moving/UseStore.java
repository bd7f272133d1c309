package dev.keyport.domain.moving;

import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingName;
import dev.keyport.domain.settings.SettingSource;
import dev.keyport.domain.settings.SettingsEditor;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Chooses the store, or the stores in order, that are used from now on. */
public final class UseStore {
  private final Function<StoreSpec, TokenStore> stores;
  private final EffectiveSettings settings;
  private final SettingsEditor editor;
  private final MoveCredentials moving;
  private final Consumer<String> notices;

  /**
   * @param stores opens a store; what it opens is closed after use
   * @param settings what is in force now
   * @param editor writes the choice down
   * @param moving moves what goes along
   * @param notices is told where a choice could not be taken back
   */
  public UseStore(
      Function<StoreSpec, TokenStore> stores,
      EffectiveSettings settings,
      SettingsEditor editor,
      MoveCredentials moving,
      Consumer<String> notices) {
    this.stores = stores;
    this.settings = settings;
    this.editor = editor;
    this.moving = moving;
    this.notices = notices;
  }

  /**
   * Looks at what is to be chosen, and changes nothing. The setting is that of the profile where
   * one was named by a flag, else the one at the top.
   *
   * @param text one store, or a list
   * @throws UsageException when a store does not exist or its argument makes no sense
   * @throws StoreException when the first can't be written to: it is not on this machine, or only
   *     read. A locked one may be chosen
   */
  public StoreChoice look(String text) {
    List<StoreSpec> named = StoreSpec.parseList(text);
    List<StoreSpec> places = named.stream().map(this::placeOf).toList();
    String value = written(named, places);
    Optional<TokenStore> now = writtenToNow();
    try (TokenStore first = stores.apply(named.get(0))) {
      StoreStatus status = first.status();
      if (!(status instanceof StoreStatus.Locked)) {
        status.error().ifPresent(UseStore::refuse);
      }
      first.checkWritable();
      return new StoreChoice(
          setting(),
          value,
          places,
          first.traits(),
          status,
          now.map(TokenStore::spec),
          now.map(TokenStore::traits),
          overriding());
    } finally {
      now.ifPresent(TokenStore::close);
    }
  }

  private static void refuse(StoreException failure) {
    throw failure;
  }

  private StoreSpec placeOf(StoreSpec spec) {
    try (TokenStore store = stores.apply(spec)) {
      return store.spec();
    }
  }

  /** By its place where one was named: a relative path would mean another file elsewhere. */
  private static String written(List<StoreSpec> named, List<StoreSpec> places) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      words.add((named.get(i).argument().isEmpty() ? named.get(i) : places.get(i)).toString());
    }
    String value = String.join(",", words);
    if (StoreSpec.parseList(value).size() != named.size()) {
      throw new UsageException(
          "a store whose place has a comma can't be written down: " + value,
          "name it by a link without one");
    }
    return value;
  }

  private Optional<TokenStore> writtenToNow() {
    try {
      return settings
          .read(SettingKey.STORE, StoreSpec::parseList)
          .map(specs -> stores.apply(specs.get(0)));
    } catch (UsageException e) {
      // What is set now makes no sense: that may be why another is chosen.
      return Optional.empty();
    }
  }

  private SettingName setting() {
    return settings
        .profile()
        .filter(profile -> profile.source() instanceof SettingSource.Flag)
        .map(profile -> SettingName.in(profile.value(), SettingKey.STORE))
        .orElseGet(() -> SettingName.top(SettingKey.STORE));
  }

  private Optional<ResolvedSetting> overriding() {
    boolean inProfile = setting().profile().isPresent();
    return settings
        .set(SettingKey.STORE)
        .filter(
            set ->
                !(set.source() instanceof SettingSource.File)
                    && !(inProfile && set.source() instanceof SettingSource.Profile));
  }

  /**
   * Writes the choice down, and moves what goes along. Where nothing could be moved the choice is
   * taken back, since it was to be both; after a stop in between, the next command finishes the
   * move.
   *
   * @param agreed what to move; empty to leave all where it is
   * @return what became of the move
   * @throws MoveRefusedException when something is in its way; nothing was changed
   * @throws KeyportException when the settings can't be written, or a store can't be read or
   *     written
   */
  public Optional<Moved> use(StoreChoice choice, Optional<MovePlan> agreed) {
    agreed.ifPresent(MovePlan::requireClear);
    Optional<String> before =
        Optional.ofNullable(
            editor.set(choice.setting(), choice.value()).get(choice.setting().toString()));
    return agreed.map(plan -> move(choice, before, plan));
  }

  private Moved move(StoreChoice choice, Optional<String> before, MovePlan plan) {
    try {
      return moving.move(plan);
    } catch (KeyportException failure) {
      if (moving.unfinished().isEmpty()) {
        takeBack(choice, before, failure);
      }
      throw failure;
    }
  }

  private void takeBack(StoreChoice choice, Optional<String> before, KeyportException failure) {
    try {
      editor.apply(List.of(new SettingsEditor.Change(choice.setting().toString(), before)));
    } catch (KeyportException e) {
      failure.addSuppressed(e);
      notices.accept("\"" + choice.setting() + "\" is set to " + choice.value() + " all the same");
    }
  }
}
