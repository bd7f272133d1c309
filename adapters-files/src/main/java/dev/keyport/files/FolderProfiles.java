package dev.keyport.files;

import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.Place;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.AllowedFolders;
import dev.keyport.domain.settings.FolderProfile;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingName;
import dev.keyport.domain.settings.SettingSource;
import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file {@code .keyport} of the working folder or the nearest above it that has one: a line
 * {@code profile = NAME}. It is believed only where the person allowed exactly this content in
 * exactly this folder, and both are the person's own and writable by nobody else: what is cloned or
 * unpacked must not choose a token. Folders that contain the home folder, and those beyond a mount,
 * are not looked at.
 */
public final class FolderProfiles implements FolderProfile, AllowedFolders {
  private static final String NAME = ".keyport";
  private static final int LONGEST = 4096;

  private final Machine machine;
  private final CurrentUser user;
  private final Consumer<String> notices;
  private final FileReader reader;
  private final DurableFile allowed;

  /**
   * @param machine its working, home and state folders
   * @param timeout how long to wait for another that allows a folder
   * @param notices is told of a file that is not believed, and why
   */
  public FolderProfiles(Machine machine, Duration timeout, Consumer<String> notices) {
    this(machine, timeout, notices, CurrentUser.ofProcess());
  }

  FolderProfiles(Machine machine, Duration timeout, Consumer<String> notices, CurrentUser user) {
    this.machine = machine;
    this.user = user;
    this.notices = notices;
    this.reader = new FileReader(user);
    Path state = machine.stateFolder();
    this.allowed =
        new DurableFile(state.resolve("allowed-folders"), () -> state, timeout, notice -> {});
  }

  @Override
  public Optional<ResolvedSetting> chosen() {
    Optional<Path> file = nearest();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] content = content(file.get());
      if (!isAllowed(file.get(), content)) {
        throw new UsageException(
            file.get() + " is not allowed to choose a profile",
            "allow it with: keyport profile:allow");
      }
      return Optional.of(read(file.get(), content));
    } catch (UsageException e) {
      notices.accept(
          "the folder's choice of a profile is ignored: "
              + e.message()
              + e.hint().map(hint -> "; " + hint).orElse(""));
      return Optional.empty();
    }
  }

  @Override
  public ResolvedSetting allow() {
    Path file = existing();
    byte[] content = content(file);
    ResolvedSetting choice = read(file, content);
    try {
      PrivateFiles.createFolder(machine.stateFolder());
    } catch (IOException e) {
      throw Failures.writing(machine.stateFolder(), e);
    }
    allowed.update(
        before ->
            text(before)
                .with(file.toString(), digest(content))
                .text()
                .getBytes(StandardCharsets.UTF_8));
    return choice;
  }

  @Override
  public Optional<String> forbid() {
    String file = existing().toString();
    boolean was =
        allowed.read().filter(now -> text(now.bytes()).value(file).isPresent()).isPresent();
    if (was) {
      allowed.update(before -> text(before).without(file).text().getBytes(StandardCharsets.UTF_8));
    }
    return was ? Optional.of(file) : Optional.empty();
  }

  private Path existing() {
    return nearest()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "there is no " + NAME + " in " + machine.workingFolder() + " or above it",
                    "make one of the line: profile = NAME"));
  }

  /** Links are resolved first, so that a way round through one ends where the way straight does. */
  private Optional<Path> nearest() {
    try {
      Path home = machine.home().toRealPath();
      Path folder = machine.workingFolder().toRealPath();
      Object device = device(folder);
      while (folder != null
          && (folder.equals(home) || !home.startsWith(folder))
          && device.equals(device(folder))) {
        Path file = folder.resolve(NAME);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          // Keyport's own folder of this name, where somebody has one, is no choice.
          return Optional.of(file).filter(found -> !Files.isDirectory(found));
        }
        if (folder.equals(home)) {
          return Optional.empty();
        }
        folder = folder.getParent();
      }
    } catch (IOException e) {
      // A folder that can't be looked at chooses nothing.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Object device(Path folder) throws IOException {
    return FileFacts.hasUnixView(folder)
        ? Files.getAttribute(folder, "unix:dev")
        : Files.getFileStore(folder);
  }

  private byte[] content(Path file) {
    if (Files.isSymbolicLink(file)) {
      throw new UsageException(file + " is a symbolic link", "put a plain file there");
    }
    try {
      requireOwn(file);
      requireOwn(file.resolveSibling("."));
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
          throw new UsageException(file + " is too long", "it has one line: profile = NAME");
        }
        return bytes;
      }
    } catch (IOException e) {
      throw new UsageException(
          file + " can't be read: " + Failures.reason(e), "check its owner and mode");
    }
  }

  private void requireOwn(Path path) throws IOException {
    FileFacts facts =
        FileFacts.of(path).orElseThrow(() -> new UsageException(path + " is gone", null));
    if (path.endsWith(NAME) && !facts.regular()) {
      throw new UsageException(path + " is not a plain file", "put a plain file there");
    }
    Path named = path.normalize();
    if (facts.owner().filter(owner -> owner.uid() != user.uid()).isPresent()) {
      throw new UsageException(
          named + " belongs to another user, who could change it",
          "choose the profile with --profile or KEYPORT_PROFILE");
    }
    Optional<FileFacts.Owner> open = facts.owner().filter(FileFacts.Owner::othersWrite);
    if (open.isPresent()) {
      throw new UsageException(
          named + " can be written by others (mode " + open.get().octalMode() + ")",
          "chmod go-w " + named);
    }
  }

  private static ResolvedSetting read(Path file, byte[] content) {
    List<PropertiesText.Piece> set =
        SettingsFile.parse(file, content).pieces().stream()
            .filter(piece -> piece.setting().isPresent())
            .toList();
    boolean legal = set.size() == 1 && set.get(0).sets(SettingKey.PROFILE.key());
    if (!legal) {
      throw new UsageException(
          file + " may choose a profile and nothing else", "it has one line: profile = NAME");
    }
    PropertiesText.Piece piece = set.get(0);
    String name = piece.setting().map(PropertiesText.Setting::value).orElse("").strip();
    SettingName.checkProfile(name);
    return new ResolvedSetting(
        SettingKey.PROFILE, name, new SettingSource.Folder(Place.of(file, piece.line())));
  }

  private boolean isAllowed(Path file, byte[] content) {
    try {
      return reader
          .read(allowed.path())
          .flatMap(now -> text(now.bytes()).value(file.toString()))
          .filter(digest(content)::equals)
          .isPresent();
    } catch (StoreException.Unavailable e) {
      throw new UsageException(e.message(), e.hint().orElse(null));
    }
  }

  private PropertiesText text(byte[] bytes) {
    return SettingsFile.parse(allowed.path(), bytes);
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java run-time", e);
    }
  }
}
