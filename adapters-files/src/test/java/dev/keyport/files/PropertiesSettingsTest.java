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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesSettingsTest {
  private static final Set<String> KNOWN = Set.of("store", "login.expires");

  @TempDir Path home;

  private Settings settings(byte[] file) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".config/keyport"));
    Files.write(folder.resolve("config.properties"), file);
    return new PropertiesSettings(new Machine(Map.of(), home, "Linux"), KNOWN);
  }

  private Settings settings(String file) throws IOException {
    return settings(file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aMissingFileSetsNothing() {
    Settings settings = new PropertiesSettings(new Machine(Map.of(), home, "Linux"), KNOWN);

    assertThat(settings.get("store")).isEmpty();
    assertThat(settings.place()).isEqualTo(home + "/.config/keyport/config.properties");
  }

  @Test
  void valuesAreReadWithoutBlanksRoundThem() throws IOException {
    Settings settings = settings("# mine\r\nstore = netrc:/h\u00f6me/.netrc  \r\n");

    assertThat(settings.get("store")).contains("netrc:/h\u00f6me/.netrc");
    assertThat(settings.get("login.expires")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsDropped() throws IOException {
    assertThat(settings("\ufeffstore=keychain\n").get("store")).contains("keychain");
  }

  @Test
  void theVariableNamesAnotherFile() throws IOException {
    Path file = Files.writeString(home.resolve("other"), "store=memory\n");
    Settings settings =
        new PropertiesSettings(
            new Machine(Map.of("KEYPORT_CONFIG", file.toString()), home, "Linux"), KNOWN);

    assertThat(settings.get("store")).contains("memory");
    assertThat(settings.place()).isEqualTo(file.toString());
  }

  @Test
  void anUnknownKeyIsNamedWithItsFileAndTheNearestKnownOne() throws IOException {
    Settings settings = settings("stroe=netrc\n");

    assertThatThrownBy(() -> settings.get("store"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("config.properties")
        .hasMessageContaining("\"stroe\"")
        .satisfies(
            e -> assertThat(((UsageException) e).hint()).contains("did you mean \"store\"?"));
  }

  @Test
  void whereNoKeyIsNearAllAreNamed() throws IOException {
    Settings settings = settings("colour=red\n");

    assertThatThrownBy(() -> settings.get("store"))
        .satisfies(
            e ->
                assertThat(((UsageException) e).hint())
                    .contains("the settings are: login.expires, store"));
  }

  @Test
  void aFileThatCantBeReadIsAnErrorThatNamesIt() throws IOException {
    Settings notUtf8 = settings(new byte[] {'s', '=', (byte) 0xff});
    assertThatThrownBy(() -> notUtf8.get("store"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not UTF-8");

    Settings badEscape = settings("store=C:\\users\n");
    assertThatThrownBy(() -> badEscape.get("store"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("config.properties");

    Settings folder =
        new PropertiesSettings(
            new Machine(Map.of("KEYPORT_CONFIG", home.toString()), home, "Linux"), KNOWN);
    assertThatThrownBy(() -> folder.get("store"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not a plain file");
  }
}
