package dev.keyport.netrc;

import static dev.keyport.netrc.StoreFixture.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
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

class NetrcLocationTest {
  @TempDir Path home;
  private StoreFixture fixture = new StoreFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new StoreFixture(home);
  }

  private void assertOpens(String argument, Path file) {
    assertThat(fixture.open(argument).spec().toString()).isEqualTo("netrc:" + file);
  }

  @Test
  void theUsualFileIsInTheHomeFolder() {
    assertOpens("", home.resolve(".netrc"));
  }

  @Test
  void anArgumentNamesTheFileBeforeTheVariable() {
    fixture.with("NETRC", "/elsewhere/netrc");

    assertOpens("/some/file", Path.of("/some/file"));
    assertOpens("~/work.netrc", home.resolve("work.netrc"));
    assertOpens("relative", Path.of("relative").toAbsolutePath());
  }

  @Test
  void theVariableNamesAFileOrTheFolderItIsIn() throws IOException {
    Path folder = Files.createDirectory(home.resolve("folder"));

    fixture.with("NETRC", home.resolve("file").toString());
    assertOpens("", home.resolve("file"));
    fixture.with("NETRC", folder.toString());
    assertOpens("", folder.resolve(".netrc"));
  }

  @Test
  void onWindowsItIsTheUnderscoredOneUnlessCurlWouldReadTheDottedOne() throws IOException {
    fixture.on("Windows 11");
    assertOpens("", home.resolve("_netrc"));

    Files.createFile(home.resolve("_netrc"));
    assertOpens("", home.resolve("_netrc"));

    Files.createFile(home.resolve(".netrc"));
    assertOpens("", home.resolve(".netrc"));
    assertThat(((StoreStatus.Ready) fixture.open().status()).warnings())
        .anyMatch(warning -> warning.code().equals("netrc-underscore"));
  }

  @Test
  void elsewhereTheUnderscoredOneIsNobodys() throws IOException {
    Files.createFile(home.resolve("_netrc"));

    assertOpens("", home.resolve(".netrc"));
  }

  @Test
  void aPathThatIsNoneIsRefused() {
    assertThatThrownBy(() -> fixture.open("a\u0000b")).isInstanceOf(UsageException.class);
  }

  @Test
  void aMissingFileIsReadyAndSaysThatItWillBeMade() {
    TokenStore store = fixture.open();

    assertThat(store.status()).isInstanceOf(StoreStatus.Ready.class);
    assertThat(store.status().reason()).contains("will be created");
    assertThat(fixture.netrc()).doesNotExist();
  }

  @Test
  void aMissingFolderIsSaid() {
    TokenStore store = fixture.open(home.resolve("no/netrc").toString());

    assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
    assertThat(store.find(Host.parse("h.example"))).isEmpty();
    assertThat(store.remove(List.of(new CredentialId(Host.parse("h.example"), "ann")))).isEmpty();
    assertThatThrownBy(() -> store.save(List.of(credential("h.example", "ann", "s3cret"))))
        .isInstanceOf(StoreException.Unavailable.class)
        .satisfies(
            e ->
                assertThat(((StoreException) e).hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("mkdir -p")));
  }

  @Test
  void anEncryptedFileIsMeantWhereThereIsNoPlainOne() throws IOException {
    Path encrypted = Files.createFile(home.resolve(".netrc.gpg"));
    assertOpens("", encrypted);
    assertOpens("~/.netrc", home.resolve(".netrc"));

    fixture.with("NETRC", home.resolve("other").toString());
    assertOpens("", home.resolve("other"));
    assertOpens("~/.netrc.gpg", encrypted);
    assertOpens("", Files.createFile(home.resolve("other.gpg")));
    fixture.with("NETRC", home.toString());
    assertOpens("", encrypted);

    fixture.write("");
    assertOpens("", home.resolve(".netrc"));
  }

  @Test
  void onWindowsEitherNameMayBeEncrypted() throws IOException {
    fixture.on("Windows 11");
    assertOpens("", Files.createFile(home.resolve(".netrc.gpg")));
    assertOpens("", Files.createFile(home.resolve("_netrc.gpg")));
    assertOpens("", Files.createFile(home.resolve("_netrc")));
  }

  @Test
  void noPlainFileIsMadeBesideAnEncryptedOneThatCameLater() throws IOException {
    TokenStore store = fixture.open();
    Files.createFile(home.resolve(".netrc.gpg"));

    assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
    assertThatThrownBy(() -> store.save(List.of(credential("h.example", "ann", "s3cret"))))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining(".netrc.gpg");
    assertThat(fixture.netrc()).doesNotExist();

    fixture.open("~/.netrc").save(List.of(credential("h.example", "ann", "s3cret")));
    assertThat(fixture.netrc()).exists();
  }
}
