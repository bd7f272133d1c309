package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolProcessTest {
  @Test
  void theTokenOfTheEnvironmentIsNotPassedOn() {
    ProcessBuilder builder = new ProcessBuilder("stty", "-g");
    builder.environment().put("HEROKU_API_KEY", "from-outside");
    builder.environment().put("HEROKU_HOST", "example.com");

    assertThat(ToolProcess.withoutToken(builder).environment())
        .doesNotContainKey("HEROKU_API_KEY")
        .containsEntry("HEROKU_HOST", "example.com");
  }

  @Test
  void theCommandIsRunAsGiven() {
    assertThat(ToolProcess.of("stty", "-g").command()).containsExactly("stty", "-g");
  }
}
