package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingName;
import dev.keyport.domain.settings.SettingsEditor.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSettingsEditorTest {
  private static final SettingName STORE = SettingName.top(SettingKey.STORE);

  @TempDir Path home;
  private Path folder;
  private Path file;
  private FileSettingsEditor editor;

  @BeforeEach
  void open() {
    Machine machine = new Machine(Map.of(), home, "Linux");
    folder = home.resolve(".config/keyport");
    file = folder.resolve("config.properties");
    editor = new FileSettingsEditor(machine, Duration.ofSeconds(5));
  }

  private void write(byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    Files.write(file, bytes);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aFileThatIsMissingIsMadeForTheUserAlone() throws IOException {
    assertThat(editor.set(STORE, "keychain")).isEmpty();

    assertThat(file).hasContent("store = keychain");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  @Test
  void takingOutOfNoFileMakesNone() {
    assertThat(editor.unset(STORE)).isEmpty();

    assertThat(folder).doesNotExist();
  }

  @Test
  void severalChangesAreOneAndWhatStoodThereIsTold() throws IOException {
    write("# mine\r\nstore=a\r\ncolor : never\r\n".getBytes(StandardCharsets.UTF_8));

    Map<String, String> before =
        editor.apply(
            List.of(
                Change.set(STORE, "keychain"),
                Change.unset("color"),
                Change.set(SettingName.in("work", SettingKey.ACCOUNT), "me@example.com")));

    assertThat(before).containsOnly(Map.entry("store", "a"), Map.entry("color", "never"));
    assertThat(Files.readString(file))
        .isEqualTo("# mine\r\nstore=keychain\r\nprofile.work.account = me@example.com\r\n");
  }

  @Test
  void aLinkStaysAndItsTargetIsEdited() throws IOException {
    Path target = Files.writeString(home.resolve("dotfiles.properties"), "store=a\n");
    Files.createDirectories(folder);
    Files.createSymbolicLink(file, target);

    editor.set(STORE, "b");

    assertThat(file).isSymbolicLink();
    assertThat(Files.readString(target)).isEqualTo("store=b\n");
  }

  @Test
  void whatCannotBeUnderstoodIsNotEdited() throws IOException {
    byte[] broken = "store=\\u12".getBytes(StandardCharsets.UTF_8);
    write(broken);

    assertThatThrownBy(() -> editor.set(STORE, "b"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("config.properties");
    assertThat(Files.readAllBytes(file)).isEqualTo(broken);
  }

  @Test
  void whatOthersCanWriteIsNeitherReadNorEdited() throws IOException {
    write("store=a\n".getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    PropertiesSettings settings = new PropertiesSettings(new Machine(Map.of(), home, "Linux"));

    assertThatThrownBy(settings::entries)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("written by others")
        .satisfies(e -> assertThat(((KeyportException) e).hint().orElse("")).contains("chmod 600"));
    assertThatThrownBy(() -> editor.set(STORE, "b")).isInstanceOf(UsageException.class);
    assertThat(Files.readString(file)).isEqualTo("store=a\n");
  }

  @Test
  void anothersFileIsNotRead() throws IOException {
    write("store=a\n".getBytes(StandardCharsets.UTF_8));
    long owner = ((Integer) Files.getAttribute(file, "unix:uid")).longValue();
    PropertiesSettings settings = new PropertiesSettings(file, () -> owner + 1);

    assertThatThrownBy(settings::entries)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("belongs to another user");
  }

  @Test
  void manyAtOnceLoseNothing() throws IOException {
    List<String> profiles = IntStream.range(0, 16).mapToObj(i -> "p" + i).toList();

    profiles.parallelStream()
        .forEach(name -> editor.set(SettingName.in(name, SettingKey.STORE), "memory"));

    String text = Files.readString(file);
    assertThat(profiles).allSatisfy(p -> assertThat(text).contains("profile." + p + ".store"));
  }
}
