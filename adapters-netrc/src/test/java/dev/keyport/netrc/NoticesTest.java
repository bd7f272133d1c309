package dev.keyport.netrc;

import static dev.keyport.netrc.StoreFixture.credential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.store.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
  @TempDir Path home;
  private StoreFixture fixture = new StoreFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new StoreFixture(home);
  }

  private void save(String secret) {
    fixture.open().save(List.of(credential("h.example", "ann", secret)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HRKU-0123456789abcdef", "machine", "!$%&'()*+-./:;<=>?@[]^_{|}~`", "a\"b"})
  void aValueThatEveryoneReadsRightIsNotSpokenOf(String secret) {
    save(secret);

    assertThat(fixture.notices).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "two words,JGit",
        "two \"words,Perl",
        "\"quoted,Heroku",
        "#hash,Go programs",
        "in#ner,Ruby's netrc and npm's netrc",
        "back\\slash,wget",
        "ends\\,Ruby's netrc",
        "|a,b|,inetutils",
        "p\u00e4ss,Python up to 3.10",
        "nb\u00a0sp,Go programs and the Heroku CLI",
        "a/\\b,git-credential-netrc",
      })
  void whoMisreadsAValueIsNamedAndTheValueIsNot(String secret, String reader) {
    save(secret);

    assertThat(fixture.notices).hasSize(1);
    assertThat(fixture.notices.get(0)).contains(reader).contains("password").doesNotContain(secret);
  }

  @Test
  void aLongValueIsSaidToBeTooMuchForTnftp() {
    save("x".repeat(100));

    assertThat(fixture.notices).hasSize(1);
    assertThat(fixture.notices.get(0)).contains("99 bytes").contains("tnftp");
  }

  @Test
  void oneValueForTwoHostsIsSpokenOfOnce() {
    fixture
        .open()
        .save(
            List.of(
                credential("api.example", "ann", "two words"),
                credential("git.example", "ann", "two words")));

    assertThat(fixture.notices).hasSize(1);
  }

  @Test
  void whoIgnoresTheVariableIsSaidOnce() {
    fixture.with("NETRC", home.resolve("other").toString());
    TokenStore store = fixture.open();
    store.save(List.of(credential("h.example", "ann", "one")));
    store.save(List.of(credential("h.example", "ann", "two")));

    assertThat(fixture.notices).hasSize(1);
    assertThat(fixture.notices.get(0)).contains("NETRC").contains("git");
  }

  @Test
  void aFileThatOthersCanReadIsSaidAndTightenedByTheNextSave() throws IOException {
    fixture.write("machine h.example login ann password old\n");
    StoreFixture.mode(fixture.netrc(), "rw-r--r--");
    TokenStore store = fixture.open();

    store.list();
    store.list();
    assertThat(fixture.notices).hasSize(1);
    assertThat(fixture.notices.get(0)).contains("0644").contains("chmod 600");

    store.save(List.of(credential("h.example", "ann", "n3w")));
    assertThat(StoreFixture.mode(fixture.netrc())).isEqualTo("rw-------");
    assertThat(fixture.notices).hasSize(2);
  }

  @Test
  void anEncryptedFileBesideIsSaid() throws IOException {
    fixture.write("");
    Files.createFile(home.resolve(".netrc.gpg"));

    save("s3cret");

    assertThat(fixture.notices).hasSize(1);
    assertThat(fixture.notices.get(0)).contains(".netrc.gpg").contains("Heroku CLI");
  }
}
