package dev.keyport.domain.configuration;

import dev.keyport.domain.auth.NotLoggedInException;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.NearestWord;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingName;
import dev.keyport.domain.settings.Settings;
import dev.keyport.domain.settings.SettingsEditor;
import dev.keyport.domain.settings.SettingsEditor.Change;
import dev.keyport.domain.store.StoredCredential;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Several accounts: profiles that name one. Only the settings are changed, never a secret. */
public final class ManageAccounts {
  private final EffectiveSettings settings;
  private final SettingsEditor editor;

  /**
   * @param settings those in force
   * @param editor changes the file
   */
  public ManageAccounts(EffectiveSettings settings, SettingsEditor editor) {
    this.settings = settings;
    this.editor = editor;
  }

  /** Every account, by its profile's name. */
  public List<AccountProfile> list() {
    Optional<String> inUse = settings.profile().map(ResolvedSetting::value);
    List<AccountProfile> accounts = new ArrayList<>();
    for (String name : settings.profiles()) {
      value(name, SettingKey.ACCOUNT)
          .ifPresent(
              account ->
                  accounts.add(
                      new AccountProfile(
                          name,
                          account,
                          value(name, SettingKey.STORE),
                          inUse.filter(name::equals).isPresent())));
    }
    return accounts;
  }

  private Optional<String> value(String profile, SettingKey key) {
    return Optional.ofNullable(settings.inFile().get(SettingName.in(profile, key)))
        .map(Settings.Entry::value);
  }

  /**
   * The account in use.
   *
   * @throws NotFoundException when no profile is in use, or it names no account
   */
  public AccountProfile current() {
    return list().stream()
        .filter(AccountProfile::inUse)
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "no account is chosen: the login in force is that of the store",
                    "choose one with: keyport accounts:set NAME"));
  }

  /**
   * One account.
   *
   * @throws NotFoundException when there is none of this name; the hint names those there are
   */
  public AccountProfile get(String name) {
    List<AccountProfile> accounts = list();
    return accounts.stream()
        .filter(account -> account.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "there is no account of this name",
                    accounts.isEmpty()
                        ? "add one with: keyport accounts:add NAME"
                        : NearestWord.hint(
                            name,
                            accounts.stream().map(AccountProfile::name).toList(),
                            "the accounts are")));
  }

  /**
   * Checks that an account of this name can be added. Names that differ in case alone are the same:
   * files are named after them.
   *
   * @throws UsageException when the name can't be one, or is there
   */
  public void checkNew(String name) {
    SettingName.checkProfile(name);
    Set<String> present = settings.profiles();
    present.stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .ifPresent(
            there -> {
              throw new UsageException(
                  "there is a profile \"" + there + "\" already",
                  "take another name, or remove it: keyport accounts:remove " + there);
            });
  }

  /**
   * Adds one, whose login is stored by now.
   *
   * @param store where
   */
  public void add(String name, String account, String store) {
    Objects.requireNonNull(
        editor.apply(
            List.of(
                Change.set(SettingName.in(name, SettingKey.STORE), store),
                Change.set(SettingName.in(name, SettingKey.ACCOUNT), account))));
  }

  /**
   * Names the login that is stored already, where it stands.
   *
   * @param store the one in use
   * @param api the API's host
   * @throws NotLoggedInException when there is none
   */
  public AccountProfile adopt(String name, TokenStore store, Host api) {
    Host host = api.withoutPort();
    StoredCredential found =
        store
            .locate(host)
            .filter(stored -> !stored.credential().login().isEmpty())
            .orElseThrow(() -> new NotLoggedInException(host, store));
    String place = found.store().toString();
    add(name, found.credential().login(), place);
    return new AccountProfile(name, found.credential().login(), Optional.of(place), false);
  }

  /** Whether several accounts can share this store. */
  public static boolean holdsSeveral(TokenStore store) {
    return store.traits().manyLoginsPerHost();
  }

  /**
   * Makes it the one in use.
   *
   * @throws NotFoundException when there is none of this name
   */
  public AccountProfile use(String name) {
    AccountProfile account = get(name);
    editor.set(SettingName.top(SettingKey.PROFILE), name);
    return account;
  }

  /** Takes the profile out of the settings, whole, and the pointer where it points to it. */
  public void remove(AccountProfile account) {
    List<Change> changes = new ArrayList<>();
    settings
        .inFile()
        .forEach(
            (name, entry) -> {
              boolean pointer =
                  name.equals(SettingName.top(SettingKey.PROFILE))
                      && entry.value().equals(account.name());
              if (pointer || name.profile().filter(account.name()::equals).isPresent()) {
                changes.add(Change.unset(name.toString()));
              }
            });
    editor.apply(changes);
  }
}
