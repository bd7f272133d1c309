package dev.keyport.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageOpenerTest {
  private static final URI PAGE = URI.create("https://x.com/a?b=c&d=$(touch%20x)");
  private static final BrowserChoice USUAL = new BrowserChoice.Usual();

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private PageOpener.Opened open(BrowserChoice choice) {
    return new PageOpener(new Machine(environment, folder, "Linux")).open(PAGE, choice);
  }

  /** A program that notes what it was given, and ends so. */
  private Path program(String name, int status) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(
        file,
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > '"
            + file
            + ".args'\ncat > '"
            + file
            + ".stdin'\necho noise; echo noise >&2\nexit "
            + status
            + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aProgramInAFolderWithBlanksIsOne() throws IOException {
    Files.createDirectory(folder.resolve("my programs"));
    Path spaced = program("my programs/open it", 0);

    assertThat(open(new BrowserChoice.Named(spaced.toString())).by()).contains(spaced.toString());
    assertThat(Path.of(spaced + ".args")).hasContent(PAGE + "\n");
  }

  @Test
  void theFirstThatWorksOpensIt() throws IOException {
    Path broken = program("broken", 1);
    Path works = program("works", 0);
    Path unused = program("unused", 0);
    environment.put("BROWSER", "/no/such/program:" + broken + ":" + works + " -n:" + unused);

    PageOpener.Opened opened = open(USUAL);
    assertThat(opened.by()).contains(works.toString());
    assertThat(opened.failed()).containsExactly("/no/such/program", broken.toString());
    assertThat(Path.of(works + ".args")).hasContent("-n\n" + PAGE + "\n");
    assertThat(Path.of(works + ".stdin")).isEmptyFile();
    assertThat(Path.of(unused + ".args")).doesNotExist();
  }

  @Test
  void aProgramIsFoundOnThePathWhereSetsidIsToo() throws IOException {
    Path works = program("works", 0);
    environment.put("PATH", System.getenv("PATH"));
    environment.put("BROWSER", "no-such-program-here:" + works);

    assertThat(open(USUAL).by()).contains(works.toString());
  }

  @Test
  void aProgramThatStaysIsTakenForAWindow() throws IOException {
    Path stays = folder.resolve("stays");
    Files.writeString(stays, "#!/bin/sh\nexec sleep 20\n");
    Files.setPosixFilePermissions(stays, PosixFilePermissions.fromString("rwx------"));

    assertThat(open(new BrowserChoice.Named(stays.toString())).by()).contains(stays.toString());
  }

  @Test
  void theOneNamedIsTheOnlyOneTried() throws IOException {
    environment.put("BROWSER", program("works", 0).toString());

    assertThat(open(new BrowserChoice.Named("/no/such/program")))
        .isEqualTo(new PageOpener.Opened(Optional.empty(), java.util.List.of("/no/such/program")));
  }

  @Test
  void noneIsNone() throws IOException {
    environment.put("BROWSER", program("works", 0).toString());

    assertThat(open(new BrowserChoice.None()))
        .isEqualTo(new PageOpener.Opened(Optional.empty(), java.util.List.of()));
  }

  @Test
  void withoutADisplayNothingIsTried() {
    assertThat(open(USUAL).by()).isEmpty();
    assertThat(open(USUAL).failed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, DISPLAY, xdg-open",
    "Linux, WAYLAND_DISPLAY, xdg-open",
    "Mac OS X, NONE, open",
    "Windows 11, NONE, rundll32 url.dll;FileProtocolHandler"
  })
  void everySystemHasItsOpener(String os, String variable, String expected) {
    Machine machine = new Machine(Map.of(variable, ":0"), folder, os);

    assertThat(new PageOpener(machine).commands(USUAL))
        .singleElement()
        .satisfies(
            command ->
                assertThat(String.join(" ", command.words()).replace(',', ';'))
                    .isEqualTo(expected));
  }

  @Test
  void onMacOsAnApplicationIsNamed() {
    PageOpener opener = new PageOpener(new Machine(environment, folder, "Mac OS X"));

    assertThat(opener.commands(new BrowserChoice.Named("Google Chrome")).get(0).on(PAGE))
        .containsExactly("open", "-a", "Google Chrome", PAGE.toString());
  }
}
