package dev.keyport.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.settings.Machine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What this computer is called in the account's list of authorizations. */
class ComputerNameTest {
  private static String name(Map<String, String> environment, String osName) {
    return ComputerName.of(new Machine(environment, Path.of("/nowhere"), osName));
  }

  @Test
  void theEnvironmentNamesIt() {
    assertThat(name(Map.of("HOSTNAME", "laptop", "COMPUTERNAME", "PC"), "Linux"))
        .isEqualTo("laptop");
    assertThat(name(Map.of("HOSTNAME", "laptop", "COMPUTERNAME", "PC"), "Windows 11"))
        .isEqualTo("PC");
  }

  @Test
  void otherwiseTheSystemDoesOrItHasNoName() {
    assertThat(name(Map.of(), "Linux")).isNotBlank().doesNotContain("\n");
  }
}
