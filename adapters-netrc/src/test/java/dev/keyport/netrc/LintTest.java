package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.store.StoreStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
  private static final String ANN = "machine h.example\n  login ann\n  password s3cret\n";

  @TempDir Path home;
  private StoreFixture fixture = new StoreFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new StoreFixture(home);
  }

  private List<String> warnings(String text) throws IOException {
    fixture.write(text);
    return ((StoreStatus.Ready) fixture.open().status()).warnings();
  }

  private void assertWarns(String text, int line, String what) throws IOException {
    assertThat(warnings(text))
        .anySatisfy(warning -> assertThat(warning).contains("line " + line + ": ").contains(what));
  }

  @Test
  void aFileThatEveryoneReadsIsNotSpokenOf() throws IOException {
    assertThat(
            warnings(
                "# top\n"
                    + ANN
                    + "\n# o\nmachine o.example login x password y\n"
                    + "default login g password q\n"))
        .isEmpty();
    assertThat(fixture.open().status().reason()).contains("3 entries");
  }

  @Test
  void eachThingThatBreaksAReaderIsNamedWithItsLine() throws IOException {
    assertWarns("\ufeff" + ANN, 1, "byte order mark");
    assertWarns(ANN.replace("\n", "\r\n"), 1, "CR LF");
    assertWarns(ANN + "  method interactive\n", 4, "no keyword");
    assertWarns(ANN + "\n#word\n", 5, "Python");
    assertWarns("#word\n" + ANN, 1, "Python");
    assertWarns("# old: machine h.example\n" + ANN, 1, "a comment with the word machine");
    assertWarns("macdef m\n  machine x\n\n" + ANN, 1, "macro starts an entry");
    assertWarns(ANN + "macdef m\n  x\n", 4, "not closed");
    assertWarns("default login g password q\n" + ANN, 1, "default is not last");
    assertWarns(ANN + "machine H.example login bob password b\n", 4, "several entries");
    assertWarns("machine o.example login x\n" + ANN, 1, "no password");
    assertWarns("machine h.example password s3cret login ann\n", 1, "before the login");
    assertWarns("machine a.example login a password b " + ANN, 1, "two entries on one line");
    assertWarns("machine h.example login ann password " + "x".repeat(4100) + "\n", 1, "4094 bytes");
    assertWarns("machine h.example login a password b # c\r\n", 1, "hang");
    assertWarns((ANN.replace("h.", "a.") + "\n").repeat(3000) + ANN, 1, "128 KiB");
  }

  @Test
  void aKindIsNamedOnce() throws IOException {
    assertThat(warnings(ANN + "  method interactive\n  protocol https\n")).hasSize(1);
  }

  @Test
  void noWarningHasASecret() throws IOException {
    assertThat(warnings("machine h.example password s3cret-canary login ann s3cret-canary\n"))
        .isNotEmpty()
        .noneMatch(warning -> warning.contains("canary"));
  }

  @Test
  void aModeThatOnlyRubyMindsIsSaid() throws IOException {
    fixture.write(ANN);
    StoreFixture.mode(fixture.netrc(), "r--------");

    assertThat(((StoreStatus.Ready) fixture.open().status()).warnings())
        .singleElement()
        .asString()
        .contains("0400");
  }
}
