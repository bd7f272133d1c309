package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesSettingsTest {
  @TempDir Path home;

  private Settings settings(byte[] file) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".config/keyport"));
    Files.write(folder.resolve("config.properties"), file);
    return new PropertiesSettings(new Machine(Map.of(), home, "Linux"));
  }

  private static Optional<String> store(Settings settings) {
    return settings.entries().stream()
        .filter(entry -> entry.key().equals("store"))
        .map(Settings.Entry::value)
        .findFirst();
  }

  private Settings settings(String file) throws IOException {
    return settings(file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aMissingFileSetsNothing() {
    Settings settings = new PropertiesSettings(new Machine(Map.of(), home, "Linux"));

    assertThat(store(settings)).isEmpty();
    assertThat(settings.place()).isEqualTo(home + "/.config/keyport/config.properties");
  }

  @Test
  void valuesAreReadWithoutBlanksRoundThem() throws IOException {
    Settings settings = settings("# mine\r\nstore = netrc:/h\u00f6me/.netrc  \r\n");

    assertThat(store(settings)).contains("netrc:/h\u00f6me/.netrc");
    assertThat(settings.entries())
        .extracting(entry -> entry.place().line())
        .containsExactly(OptionalInt.of(2));
  }

  @Test
  void aByteOrderMarkIsDropped() throws IOException {
    assertThat(store(settings("\ufeffstore=keychain\n"))).contains("keychain");
  }

  @Test
  void theVariableNamesAnotherFile() throws IOException {
    Path file = Files.writeString(home.resolve("other"), "store=memory\n");
    Settings settings =
        new PropertiesSettings(
            new Machine(Map.of("KEYPORT_CONFIG", file.toString()), home, "Linux"));

    assertThat(store(settings)).contains("memory");
    assertThat(settings.place()).isEqualTo(file.toString());
  }

  @Test
  void ofAKeyThatStandsTwiceTheLastCounts() throws IOException {
    assertThat(store(settings("store=a\nstore=b\n"))).contains("b");
  }

  @Test
  void aFileThatCantBeReadIsAnErrorThatNamesIt() throws IOException {
    Settings notUtf8 = settings(new byte[] {'s', '=', (byte) 0xff});
    assertThatThrownBy(() -> store(notUtf8))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not UTF-8");

    Settings badEscape = settings("store=C:\\users\n");
    assertThatThrownBy(() -> store(badEscape))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("config.properties");

    Settings folder =
        new PropertiesSettings(
            new Machine(Map.of("KEYPORT_CONFIG", home.toString()), home, "Linux"));
    assertThatThrownBy(() -> store(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not a plain file");
  }
}
