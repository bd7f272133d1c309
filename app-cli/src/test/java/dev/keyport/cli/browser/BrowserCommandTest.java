package dev.keyport.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserCommandTest {
  private static final URI PAGE = URI.create("https://x.com/a?b=$(id)&c='d'");

  private static List<String> words(String text) {
    return BrowserCommand.parse(text).on(PAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "firefox|firefox;P",
        "firefox --new-window|firefox;--new-window;P",
        "firefox %s|firefox;P",
        "run '%s' now|run;P;now",
        "run --url=%s|run;--url=P",
        "'/opt/my browser/run' -a|/opt/my browser/run;-a;P",
        "\"/opt/my browser/run\"|/opt/my browser/run;P",
        "run \"it's\" '' &|run;it's;;P",
        "firefox $(id)|firefox;$(id);P"
      })
  void wordsAreHandedOverAsTheyAre(String text, String expected) {
    assertThat(String.join(";", words(text)).replace(PAGE.toString(), "P")).isEqualTo(expected);
  }

  @Test
  void aListHasOneCommandAfterAnother() {
    assertThat(BrowserCommand.parseList("firefox:: chromium %s :'unclosed", ':'))
        .extracting(BrowserCommand::words)
        .containsExactly(List.of("firefox"), List.of("chromium", "%s"), List.of("unclosed"));
    assertThat(BrowserCommand.parseList("C:\\x\\b.exe;d", ';'))
        .extracting(BrowserCommand::program)
        .containsExactly("C:\\x\\b.exe", "d");
  }
}
