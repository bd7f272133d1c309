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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Chooses the store, or the stores in order, that are used from now on. */
public final class UseStore {
  private final Function<StoreSpec, TokenStore> stores;
  private final EffectiveSettings settings;
  private final SettingsEditor editor;

  /**
   * @param stores opens a store; what it opens is closed after use
   * @param settings what is in force now
   * @param editor writes the choice down
   */
  public UseStore(
      Function<StoreSpec, TokenStore> stores, EffectiveSettings settings, SettingsEditor editor) {
    this.stores = stores;
    this.settings = settings;
    this.editor = editor;
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
   * Writes the choice down.
   *
   * @return what was written before
   * @throws KeyportException when the settings can't be written; they are as they were
   */
  public Optional<String> write(StoreChoice choice) {
    Map<String, String> before = editor.set(choice.setting(), choice.value());
    return Optional.ofNullable(before.get(choice.setting().toString()));
  }

  /**
   * Takes the choice back.
   *
   * @param before what {@link #write} said
   * @throws KeyportException when the settings can't be written; the choice stays
   */
  public void takeBack(StoreChoice choice, Optional<String> before) {
    editor.apply(List.of(new SettingsEditor.Change(choice.setting().toString(), before)));
  }
}
