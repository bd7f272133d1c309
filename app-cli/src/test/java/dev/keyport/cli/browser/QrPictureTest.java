package dev.keyport.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QrPictureTest {
  private static final String LINK =
      "https://cli-auth.heroku.com/auth/cli/browser/01234567-89ab-cdef-0123-456789abcdef";

  private final QrPicture picture = QrPicture.of(LINK).orElseThrow();

  @Test
  void itIsAsLargeAsItSays() {
    List<String> lines = picture.lines(false);

    assertThat(lines).hasSize(picture.height()).allMatch(line -> line.length() == picture.width());
    assertThat(picture.width()).isLessThan(60);
  }

  /** The seven modules of the upper left finder pattern, with the margin before them. */
  @Test
  void darkModulesAreDrawnWhereTheyShouldBe() {
    assertThat(picture.lines(true).get(1)).startsWith("\u001b[30;107m  █▀▀▀▀▀█ ");
    assertThat(picture.lines(true).get(1)).endsWith(" █▀▀▀▀▀█  \u001b[0m");
    assertThat(picture.lines(true).get(2)).startsWith("\u001b[30;107m  █ ███ █ ");
  }

  @Test
  void withoutColourTheLightModulesAreDrawn() {
    assertThat(picture.lines(false).get(1)).startsWith("██ ▄▄▄▄▄ █");
  }

  @Test
  void aTextMayBeTooLong() {
    assertThat(QrPicture.of("x".repeat(4000))).isEmpty();
  }
}
