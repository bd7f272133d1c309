package dev.keyport.domain.settings;

import dev.keyport.domain.error.NearestWord;
import dev.keyport.domain.error.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force: what was given by flag or by a program, environment, profile, file,
 * default, in this order. The profile is the one given, else that of {@code KEYPORT_PROFILE}, else
 * of the folder, else of the file.
 *
 * <p>The file is read at the first question that flags and environment leave open. Used from one
 * thread at a time.
 */
public final class EffectiveSettings {
  private static final Pattern RELATIVE =
      Pattern.compile("^(netrc:)(?!~?[/\\\\]|[A-Za-z]:)(.+)$", Pattern.DOTALL);

  private final Settings file;
  private final Machine machine;
  private final Map<SettingKey, ResolvedSetting> given;
  private final FolderProfile folder;
  private final boolean profiled;
  private @Nullable Map<SettingName, Settings.Entry> named;
  private Optional<ResolvedSetting> profile = Optional.empty();
  private boolean profileKnown;

  /**
   * @param file the configuration file
   * @param machine its environment is asked
   * @param flags the values of the flags given, each called as its key is
   * @param folder what the working folder chooses
   */
  public EffectiveSettings(
      Settings file, Machine machine, Map<SettingKey, String> flags, FolderProfile folder) {
    this(file, machine, byKey(flags), folder, true);
  }

  /**
   * @param file the configuration file
   * @param machine its environment is asked
   * @param given what wins over the environment: flags, or what a program says; of one key the
   *     first counts
   * @param folder what the working folder chooses
   */
  public EffectiveSettings(
      Settings file, Machine machine, List<ResolvedSetting> given, FolderProfile folder) {
    this(file, machine, byKey(given), folder, true);
  }

  private static Map<SettingKey, ResolvedSetting> byKey(List<ResolvedSetting> given) {
    Map<SettingKey, ResolvedSetting> first = new LinkedHashMap<>();
    given.forEach(one -> first.putIfAbsent(one.key(), one));
    return first;
  }

  // A loop: every command waits for this.
  private static Map<SettingKey, ResolvedSetting> byKey(Map<SettingKey, String> flags) {
    Map<SettingKey, ResolvedSetting> given = new LinkedHashMap<>();
    for (Map.Entry<SettingKey, String> flag : flags.entrySet()) {
      given.put(flag.getKey(), flag(flag.getKey(), flag.getValue()));
    }
    return given;
  }

  private static ResolvedSetting flag(SettingKey key, String value) {
    return new ResolvedSetting(key, value, new SettingSource.Flag("--" + key.key()));
  }

  private EffectiveSettings(
      Settings file,
      Machine machine,
      Map<SettingKey, ResolvedSetting> given,
      FolderProfile folder,
      boolean profiled) {
    this.file = file;
    this.machine = machine;
    this.given = Map.copyOf(given);
    this.folder = folder;
    this.profiled = profiled;
  }

  /** With no file and no flag: what the environment says alone. */
  public static EffectiveSettings ofEnvironment(Machine machine) {
    return new EffectiveSettings(Settings.NONE, machine, Map.of(), FolderProfile.NONE);
  }

  /** The same, as with {@code --profile}; the environment still wins over what it says. */
  public EffectiveSettings with(String profileName) {
    return new EffectiveSettings(
        file, machine, with(flag(SettingKey.PROFILE, profileName)), folder, true);
  }

  /** The same with no profile, whoever chose one. */
  public EffectiveSettings withoutProfile() {
    return new EffectiveSettings(file, machine, given, folder, false);
  }

  /** The same, with one more flag given. */
  public EffectiveSettings with(SettingKey key, String value) {
    return new EffectiveSettings(file, machine, with(flag(key, value)), folder, profiled);
  }

  private Map<SettingKey, ResolvedSetting> with(ResolvedSetting nearest) {
    Map<SettingKey, ResolvedSetting> others = new LinkedHashMap<>(given);
    others.put(nearest.key(), nearest);
    return others;
  }

  /**
   * The value in force of a setting; the default where nobody sets it.
   *
   * @return empty when nobody sets it and it has no default
   * @throws UsageException when the file can't be read, or names no setting there is, or the
   *     profile to use does not exist
   */
  public Optional<ResolvedSetting> find(SettingKey key) {
    return set(key)
        .or(
            () ->
                key.usual()
                    .map(value -> new ResolvedSetting(key, value, new SettingSource.Default())));
  }

  /** Like {@link #find}, without the default. */
  public Optional<ResolvedSetting> set(SettingKey key) {
    if (key == SettingKey.PROFILE) {
      return profile();
    }
    return given(key).or(() -> inProfile(key)).or(() -> atTop(key));
  }

  /**
   * The value in force, checked and read.
   *
   * @throws UsageException as {@link #find} does, or when the value can't be used
   */
  public <T> Optional<T> read(SettingKey key, Function<? super String, ? extends T> reading) {
    return find(key).map(setting -> setting.as(reading));
  }

  /** Every setting that has a value, in the order of {@link SettingKey}. */
  public List<ResolvedSetting> all() {
    List<ResolvedSetting> all = new ArrayList<>();
    for (SettingKey key : SettingKey.values()) {
      find(key).ifPresent(all::add);
    }
    return all;
  }

  /**
   * The profile in use, and who chose it.
   *
   * @throws UsageException when there is no such profile; the hint names the nearest, or all
   */
  public Optional<ResolvedSetting> profile() {
    if (!profiled) {
      return Optional.empty();
    }
    if (!profileKnown) {
      Optional<ResolvedSetting> chosen =
          given(SettingKey.PROFILE).or(folder::chosen).or(() -> atTop(SettingKey.PROFILE));
      chosen.ifPresent(this::requireProfile);
      profile = chosen;
      profileKnown = true;
    }
    return profile;
  }

  /**
   * Goes on only where the profile chosen is one of the file's.
   *
   * @throws UsageException when there is no such profile; the hint names the nearest, or all
   */
  public void requireProfile(ResolvedSetting chosen) {
    String name = chosen.checked();
    Set<String> present = profiles();
    if (!present.contains(name)) {
      String hint =
          present.isEmpty()
              ? "none is made yet: keyport accounts:add " + name
              : NearestWord.hintOfAll(name, present, "the profiles are");
      throw new UsageException(
          chosen.called() + ": there is no profile \"" + name + "\"",
          chosen.source() instanceof SettingSource.Folder
              ? hint + "; the folder's choice is dropped with: keyport profile:allow --remove"
              : hint);
    }
  }

  /** The names of the profiles in the file, in alphabetical order. */
  public Set<String> profiles() {
    Set<String> names = new TreeSet<>();
    named().keySet().forEach(name -> name.profile().ifPresent(names::add));
    return names;
  }

  /** What the file sets, by name and in its order, whatever is in force. */
  public Map<SettingName, Settings.Entry> inFile() {
    return named();
  }

  /** Where the file's settings stand, for messages. */
  public String place() {
    return file.place();
  }

  private Optional<ResolvedSetting> given(SettingKey key) {
    ResolvedSetting nearest = given.get(key);
    if (nearest != null) {
      return Optional.of(nearest);
    }
    return key.fromEnvironment(machine)
        .map(
            value ->
                new ResolvedSetting(
                    key, value, new SettingSource.Environment(key.variable().orElse(""))));
  }

  private Optional<ResolvedSetting> inProfile(SettingKey key) {
    return profile()
        .flatMap(
            chosen ->
                Optional.ofNullable(named().get(SettingName.in(chosen.value(), key)))
                    .map(
                        entry ->
                            new ResolvedSetting(
                                key,
                                written(key, entry.value()),
                                new SettingSource.Profile(chosen.value(), entry.place()))));
  }

  private Optional<ResolvedSetting> atTop(SettingKey key) {
    return key.isForTop()
        ? Optional.ofNullable(named().get(SettingName.top(key)))
            .map(
                entry ->
                    new ResolvedSetting(
                        key, written(key, entry.value()), new SettingSource.File(entry.place())))
        : Optional.empty();
  }

  /**
   * The file's value. A relative path in it is one of the home folder: were it the working
   * folder's, a cloned repository could bring the store.
   */
  private static String written(SettingKey key, String value) {
    if (key != SettingKey.STORE) {
      return value;
    }
    return Stream.of(value.split(",", -1))
        .map(store -> RELATIVE.matcher(store.strip()).replaceFirst("$1~/$2"))
        .collect(Collectors.joining(","));
  }

  private Map<SettingName, Settings.Entry> named() {
    Map<SettingName, Settings.Entry> known = named;
    if (known == null) {
      Map<SettingName, Settings.Entry> read = new LinkedHashMap<>();
      for (Settings.Entry entry : file.entries()) {
        read.put(name(entry), entry);
      }
      known = read;
      named = known;
    }
    return known;
  }

  private static SettingName name(Settings.Entry entry) {
    try {
      return SettingName.parse(entry.key());
    } catch (UsageException e) {
      throw new UsageException(entry.place() + ": " + e.message(), e.hint().orElse(null));
    }
  }
}
