package dev.keyport.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.UsageException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MachineTest {
  private static final Path HOME = Path.of("/home/ann").toAbsolutePath();

  private static Machine linux(Map<String, String> environment) {
    return new Machine(environment, HOME, "Linux");
  }

  @Test
  void anEmptyVariableIsUnset() {
    Machine machine = linux(Map.of("A", "", "B", " ", "C", "c"));

    assertThat(machine.variable("A")).isEmpty();
    assertThat(machine.variable("B")).contains(" ");
    assertThat(machine.variable("C")).contains("c");
    assertThat(machine.variable("D")).isEmpty();
  }

  @Test
  void itDoesNotPrintItsEnvironment() {
    assertThat(linux(Map.of("HEROKU_API_KEY", "canary")).toString())
        .doesNotContain("canary", "HEROKU_API_KEY")
        .contains("Linux");
  }

  @Test
  void itsEnvironmentIsACopy() {
    Map<String, String> environment = new HashMap<>(Map.of("A", "a"));
    Machine machine = linux(environment);
    environment.clear();

    assertThat(machine.variable("A")).contains("a");
  }

  @Test
  void itKnowsItsOperatingSystem() {
    assertThat(new Machine(Map.of(), HOME, "Windows 11").isWindows()).isTrue();
    assertThat(new Machine(Map.of(), HOME, "Mac OS X").isMac()).isTrue();
    assertThat(linux(Map.of()).isWindows()).isFalse();
    assertThat(linux(Map.of()).isMac()).isFalse();
    assertThat(new Machine(Map.of(), HOME, "Darwin Windows").isWindows()).isFalse();
  }

  @Test
  void foldersFollowTheXdgSpecification() {
    Path state = HOME.resolve("s");
    Machine set = linux(Map.of("XDG_STATE_HOME", state.toString(), "XDG_CONFIG_HOME", "relative"));

    assertThat(set.stateFolder()).isEqualTo(state.resolve("keyport"));
    assertThat(set.configFolder()).isEqualTo(HOME.resolve(".config/keyport"));
    assertThat(linux(Map.of()).stateFolder()).isEqualTo(HOME.resolve(".local/state/keyport"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a Unix path stands for the Windows one")
  void windowsHasItsOwnFolders() {
    Machine machine =
        new Machine(
            Map.of("APPDATA", "/r", "LOCALAPPDATA", "/l", "XDG_CONFIG_HOME", "/x"),
            HOME,
            "Windows 11");

    assertThat(machine.configFolder()).isEqualTo(Path.of("/r/keyport"));
    assertThat(machine.stateFolder()).isEqualTo(Path.of("/l/keyport"));
  }

  @Test
  void theCurrentOneIsThisProcesss() {
    Machine current = Machine.current();

    assertThat(current.environment()).isEqualTo(System.getenv());
    assertThat(current.home()).isAbsolute();
    assertThat(current.osName()).isEqualTo(System.getProperty("os.name"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "/ann is no absolute path there")
  void theHomeFolderIsTheVariablesElseTheJdksElseUnknown() {
    assertThat(Machine.home("/home/bea", "/ann")).isEqualTo(Path.of("/home/bea"));
    assertThat(Machine.home("", "/ann")).isEqualTo(Path.of("/ann"));
    assertThat(Machine.home(null, "/ann")).isEqualTo(Path.of("/ann"));
    for (String unknown : List.of("?", "", "ann")) {
      assertThat(Machine.home(null, unknown)).isEqualTo(Path.of(""));
    }
  }

  @Test
  void whereTheHomeFolderIsNotKnownWhatIsInItIsRefusedAndNothingElse() {
    Path folder = HOME.resolve("x");
    Machine machine =
        new Machine(Map.of("XDG_STATE_HOME", folder.toString()), Path.of(""), "Linux");

    assertThat(machine.isHomeKnown()).isFalse();
    assertThat(machine.stateFolder()).isEqualTo(folder.resolve("keyport"));
    assertThatThrownBy(machine::home)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("HOME");
    assertThatThrownBy(machine::configFolder).isInstanceOf(UsageException.class);
    assertThat(linux(Map.of()).isHomeKnown()).isTrue();
  }
}
