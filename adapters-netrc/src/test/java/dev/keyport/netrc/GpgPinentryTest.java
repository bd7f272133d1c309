package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GpgPinentryTest {
  private static GpgPinentry of(InteractionPolicy policy, Map<String, String> environment) {
    return GpgPinentry.of(policy, new Machine(environment, Path.of("/home/ann"), "Linux"));
  }

  @Test
  void underNeverNothingIsAskedWhateverIsThere() {
    GpgPinentry never =
        of(InteractionPolicy.NEVER, Map.of("DISPLAY", ":0", "GPG_TTY", "/dev/pts/1"));

    assertThat(never).isEqualTo(GpgPinentry.never());
    assertThat(never.arguments()).containsExactly("--pinentry-mode", "error");
  }

  @Test
  void aDisplayOrATerminalShowsAPerson() {
    assertThat(of(InteractionPolicy.IF_VISIBLE, Map.of("DISPLAY", ":0")).allowed()).isTrue();
    assertThat(of(InteractionPolicy.IF_VISIBLE, Map.of("WAYLAND_DISPLAY", "w")).allowed()).isTrue();
    GpgPinentry terminal = of(InteractionPolicy.IF_VISIBLE, Map.of("GPG_TTY", "/dev/pts/1"));
    assertThat(terminal).isEqualTo(new GpgPinentry(true, Optional.of("/dev/pts/1")));
    assertThat(terminal.arguments()).isEmpty();
  }

  @Test
  void underAlwaysNobodyNeedBeVisible() {
    assertThat(of(InteractionPolicy.ALWAYS, Map.of()).allowed()).isTrue();
  }
}
