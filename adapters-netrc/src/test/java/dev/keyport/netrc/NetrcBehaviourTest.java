package dev.keyport.netrc;

import static dev.keyport.netrc.StoreFixture.credential;
import static dev.keyport.netrc.StoreFixture.revealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this store does beyond what every store does. */
class NetrcBehaviourTest {
  private static final Host H = Host.parse("h.example");

  @TempDir Path home;
  private StoreFixture fixture = new StoreFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new StoreFixture(home);
  }

  @Test
  void defaultAnswersNothingButTheCatchAllQuestion() throws IOException {
    fixture.write("machine o.example login x password y\ndefault login ann password s3cret\n");
    TokenStore store = fixture.open();

    assertThat(store.find(H)).isEmpty();
    assertThat(store.find(new CredentialId(H, "ann"))).isEmpty();
    assertThat(store.list()).containsExactly(new CredentialId(Host.parse("o.example"), "x"));
    assertThat(revealed(store.findCatchAll(H))).isEqualTo("ann=s3cret");
    assertThat(store.findCatchAll(Host.parse("o.example"))).isEmpty();
    assertThat(store.findCatchAll(Host.parse("o.example:8443"))).isEmpty();
  }

  @Test
  void defaultIsNotRemovedByAnyName() throws IOException {
    fixture.write("default login ann password s3cret\n");

    assertThat(fixture.open().remove(List.of(new CredentialId(Host.parse("default"), "ann"))))
        .isEmpty();
    assertThat(fixture.text()).isEqualTo("default login ann password s3cret\n");
  }

  @Test
  void aPortMatchesOnlyAnEntryThatNamesIt() throws IOException {
    fixture.write(
        "machine h.example login ann password bare\nmachine h.example:8443 login ann password p\n");
    TokenStore store = fixture.open();

    assertThat(revealed(store.find(Host.parse("h.example:8443")))).isEqualTo("ann=p");
    assertThat(store.find(Host.parse("h.example:9999"))).isEmpty();
    assertThat(revealed(store.find(H))).isEqualTo("ann=bare");

    store.save(List.of(credential("h.example:8443", "ann", "n3w")));
    assertThat(fixture.text())
        .isEqualTo(
            """
            machine h.example login ann password bare
            machine h.example:8443 login ann password n3w
            """);
  }

  @Test
  void anEntryWithAPortIsNeverCreated() throws IOException {
    fixture.write("machine h.example login ann password bare\n");

    assertThatThrownBy(
            () -> fixture.open().save(List.of(credential("h.example:8443", "ann", "n3w"))))
        .isInstanceOf(StoreException.Unrepresentable.class)
        .hasMessageContaining("h.example:8443");
    assertThat(fixture.text()).isEqualTo("machine h.example login ann password bare\n");
  }

  @Test
  void machinesThatAreNoHostAreNotListed() throws IOException {
    fixture.write(
        """
        machine https://h.example login a password b
        machine h.example:0443 login a password b
        machine h.example login a password b
        """);

    assertThat(fixture.open().list()).containsExactly(new CredentialId(H, "a"));
  }

  @Test
  void displacingALoginHandsItBackAndUndoRestoresEveryByte() throws IOException {
    String before = "# mine\nmachine h.example password \"o l d\"   login bob # c\n";
    fixture.write(before);
    TokenStore store = fixture.open();

    Saved saved = store.save(List.of(credential("h.example", "ann", "n3w")));
    assertThat(fixture.text())
        .isEqualTo("# mine\nmachine h.example password n3w   login ann # c\n");
    assertThat(saved.displaced()).containsExactly(credential("h.example", "bob", "o l d"));

    store.undo(saved);
    assertThat(fixture.text()).isEqualTo(before);
  }

  @Test
  void undoPutsBackAnEntryThatNamedNoLogin() throws IOException {
    fixture.write("machine h.example password old\n");
    Saved saved = fixture.open().save(List.of(credential("h.example", "ann", "n3w")));
    assertThat(saved.displaced()).containsExactly(credential("h.example", "", "old"));

    fixture.open().undo(saved);
    assertThat(fixture.text()).isEqualTo("machine h.example\n  password old\n");
  }

  @Test
  void undoKeepsWhatOthersSavedSince() throws IOException {
    fixture.write("machine h.example login ann password old\n");
    TokenStore store = fixture.open();
    Saved saved = store.save(List.of(credential("h.example", "ann", "n3w")));
    fixture.open().save(List.of(credential("o.example", "x", "y")));

    store.undo(saved);

    assertThat(fixture.text())
        .isEqualTo(
            """
            machine h.example login ann password old
            machine o.example
              login x
              password y
            """);
  }

  @Test
  void severalEntriesOfAHostAreKeptAndTheNewOneComesFirst() throws IOException {
    fixture.write(
        "machine h.example login bob password b\nmachine h.example login cyd password c\n");
    TokenStore store = fixture.open();

    Saved saved = store.save(List.of(credential("h.example", "ann", "a")));

    assertThat(saved.displaced()).isEmpty();
    assertThat(revealed(store.find(H))).isEqualTo("ann=a");
    assertThat(revealed(store.find(new CredentialId(H, "bob")))).isEqualTo("bob=b");
  }

  @Test
  void twoLoginsOfOneHostAreNotSavedAtOnce() throws IOException {
    fixture.write("# empty\n");

    assertThatThrownBy(
            () ->
                fixture
                    .open()
                    .save(
                        List.of(
                            credential("h.example", "ann", "a"),
                            credential("h.example", "bob", "b"))))
        .isInstanceOf(StoreException.Unrepresentable.class)
        .hasMessageContaining("h.example");
    assertThat(fixture.text()).isEqualTo("# empty\n");
  }

  @Test
  void theExactLoginBeatsAnEntryThatServesEveryone() throws IOException {
    fixture.write(
        "machine h.example password everyones\nmachine h.example login ann password old\n");
    TokenStore store = fixture.open();
    store.save(List.of(credential("h.example", "ann", "n3w")));

    assertThat(revealed(store.find(new CredentialId(H, "ann")))).isEqualTo("ann=n3w");
    assertThat(revealed(store.find(new CredentialId(H, "bob")))).isEqualTo("=everyones");
  }

  @Test
  void savingWhatIsThereDoesNotTouchTheFile() throws IOException {
    fixture.write("machine h.example login \"ann\" password \"s3cret\"\n");
    Object inode = Files.getAttribute(fixture.netrc(), "unix:ino");

    fixture.open().save(List.of(credential("h.example", "ann", "s3cret")));

    assertThat(Files.getAttribute(fixture.netrc(), "unix:ino")).isEqualTo(inode);
    assertThat(fixture.text()).contains("\"s3cret\"");
    assertThat(fixture.notices).isEmpty();
  }

  @Test
  void aFileThatIsNoNetrcIsRefusedByLineAndNeverRewritten() throws IOException {
    String broken = "machine o.example login x password y\nmachine h.example password \"open\n";
    fixture.write(broken);
    TokenStore store = fixture.open();

    StoreException.Corrupt refusal =
        catchThrowableOfType(
            StoreException.Corrupt.class,
            () -> store.save(List.of(credential("h.example", "ann", "s3cret"))));

    assertThat(refusal.message()).contains(fixture.netrc() + ", line 2").doesNotContain("open\n");
    assertThatThrownBy(() -> store.find(H)).isInstanceOf(StoreException.Corrupt.class);
    assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
    assertThat(fixture.text()).isEqualTo(broken);
  }

  @Test
  void aKeywordThatEndsTheFileDoesNotSwallowANewEntry() throws IOException {
    fixture.write("machine o.example login x password y\nmachine");

    assertThatThrownBy(() -> fixture.open().save(List.of(credential("h.example", "ann", "s3cret"))))
        .isInstanceOf(StoreException.Corrupt.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void aFileOfAnotherEncodingTakesAsciiAloneAndKeepsItsBytes() throws IOException {
    byte[] latin1 = "# f\u00fcr alle\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Files.write(fixture.netrc(), latin1);
    StoreFixture.mode(fixture.netrc(), "rw-------");
    TokenStore store = fixture.open();

    assertThatThrownBy(() -> store.save(List.of(credential("h.example", "ann", "p\u00e4ss"))))
        .isInstanceOf(StoreException.Unrepresentable.class)
        .hasMessageNotContaining("p\u00e4ss");
    store.save(List.of(credential("h.example", "ann", "s3cret")));

    assertThat(Files.readAllBytes(fixture.netrc())).startsWith(latin1);
    assertThat(revealed(store.find(H))).isEqualTo("ann=s3cret");
  }

  @Test
  void halfACharacterIsRefused() {
    assertThatThrownBy(
            () -> fixture.open().save(List.of(credential("h.example", "ann", "a\ud83d"))))
        .isInstanceOf(StoreException.Unrepresentable.class);
    assertThat(fixture.netrc()).doesNotExist();
  }

  @Test
  void aSymbolicLinkStaysAndItsTargetIsReplaced() throws IOException {
    Path target = Files.createDirectory(home.resolve("dotfiles")).resolve("netrc");
    Files.writeString(target, "machine o.example login x password y\n");
    StoreFixture.mode(target, "rw-------");
    Files.createSymbolicLink(fixture.netrc(), Path.of("dotfiles/netrc"));

    fixture.open().save(List.of(credential("h.example", "ann", "s3cret")));

    assertThat(fixture.netrc()).isSymbolicLink();
    assertThat(target).content().contains("o.example").contains("s3cret");
  }

  @Test
  void aNewFileIsItsOwnersAlone() throws IOException {
    fixture.open().save(List.of(credential("h.example", "ann", "s3cret")));

    assertThat(StoreFixture.mode(fixture.netrc())).isEqualTo("rw-------");
    assertThat(fixture.text()).isEqualTo("machine h.example\n  login ann\n  password s3cret\n");
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    fixture.open().save(List.of(credential("h.example", "ann", "s3cret")));

    try (var files = Files.list(home)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(".netrc", ".local");
    }
  }
}
