package dev.keyport.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the person is shown of a page, and of waiting for them there. */
class PagesTest {
  private static final URI PAGE = URI.create("https://x.com/auth/browser/1");
  private static final BrowserChoice NONE = new BrowserChoice.None();
  private static final String LINK = "  " + PAGE;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment =
      new HashMap<>(Map.of("TERM", "xterm", "LANG", "C.UTF-8"));

  private TerminalPerson person(InteractionPolicy policy, Optional<Tty> tty) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Machine machine = new Machine(environment, Path.of("/home/ann"), "Linux");
    return new TerminalPerson(stream, policy, () -> tty, new Pages(stream, machine, () -> true));
  }

  private TerminalPerson at(int rows, int columns) {
    return person(
        InteractionPolicy.IF_VISIBLE, Optional.of(new ScriptedTty().sized(rows, columns)));
  }

  private TerminalPerson nobody() {
    return person(InteractionPolicy.IF_VISIBLE, Optional.empty());
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void thatABrowserWasOpenedIsTold() {
    environment.put("BROWSER", "true");
    at(50, 80).open(PAGE, new BrowserChoice.Usual());

    assertThat(said().lines())
        .containsExactly("Opened with true. Where no page shows up, open this link:", LINK);
  }

  @Test
  void thatNoneCouldBeOpenedIsTold() {
    environment.put("BROWSER", "false:/no/such/program");
    nobody().open(PAGE, new BrowserChoice.Usual());

    assertThat(said().lines())
        .containsExactly(
            "warning: no page could be opened with false or /no/such/program",
            "Open this link in a browser:",
            LINK);
  }

  @Test
  void thatThereIsNoneIsTold() {
    nobody().open(PAGE, new BrowserChoice.Usual());

    assertThat(said())
        .startsWith("No browser to open is known here")
        .endsWith("Open this link in a browser:\n" + LINK + "\n");
  }

  @Test
  void aTerminalShowsThePicture() {
    at(50, 80).open(PAGE, NONE);

    assertThat(said()).startsWith("\u001b[30;107m").contains("█▀▀▀▀▀█").endsWith(LINK + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "50, 20, xterm, C.UTF-8",
    "10, 80, xterm, C.UTF-8",
    "50, 80, dumb, C.UTF-8",
    "50, 80, xterm, C",
    "50, 80, xterm, de_DE.ISO-8859-1"
  })
  void whatCannotShowItIsGivenTheLink(int rows, int columns, String term, String locale) {
    environment.put("TERM", term);
    environment.put("LC_ALL", locale);
    at(rows, columns).open(PAGE, NONE);

    assertThat(said().lines()).containsExactly("Open this link in a browser:", LINK);
  }

  @Test
  void withoutATerminalNothingMoves() {
    Interaction.Waiting waiting = nobody().waitFor("the login", Duration.ofMinutes(10));
    waiting.close();

    assertThat(said()).isEqualTo("Waiting for the login, for 10 minutes at most.\n");
  }

  @Test
  void atATerminalTheLineGoesAway() {
    at(50, 80).waitFor("the login", Duration.ofMinutes(10)).close();

    assertThat(said()).endsWith("\r\u001b[K");
  }

  @Test
  void aBrowserIsOpenedWhereSomebodySeesItOrNamedIt() {
    BrowserChoice usual = new BrowserChoice.Usual();
    BrowserChoice named = new BrowserChoice.Named("firefox");
    TerminalPerson never = person(InteractionPolicy.NEVER, Optional.of(new ScriptedTty()));

    assertThat(at(50, 80).canOpen(usual)).isTrue();
    assertThat(nobody().canOpen(usual)).isFalse();
    assertThat(nobody().canOpen(named)).isTrue();
    assertThat(nobody().canOpen(NONE)).isTrue();
    assertThat(never.canOpen(usual)).isFalse();
    assertThat(never.canOpen(named)).isFalse();
    assertThat(never.canOpen(NONE)).isTrue();
  }
}
