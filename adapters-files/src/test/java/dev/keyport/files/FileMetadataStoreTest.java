package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.TokenFingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMetadataStoreTest {
  private static final StoreSpec NETRC = new StoreSpec("netrc", "/home/ann/.netrc");
  private static final CredentialId ANN =
      new CredentialId(Host.parse("api.heroku.com"), "ann+\u00e4/..@example.com");
  private static final Metadata METADATA =
      new Metadata(
          LoginKind.PASSWORD,
          Optional.of("01234567-89ab"),
          Optional.of(Instant.parse("2030-01-02T03:04:05Z")),
          TokenFingerprint.of(Secret.of("token-canary"), new SecureRandom()));

  @TempDir Path state;
  private MetadataStore store = new FileMetadataStore(Path.of(""), Duration.ZERO);

  @BeforeEach
  void open() {
    store = new FileMetadataStore(state, Duration.ofSeconds(10));
  }

  private Path onlyFile() throws IOException {
    try (var files = Files.list(state.resolve("metadata"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void whatIsSavedIsFoundByAnotherOpening() {
    store.save(NETRC, ANN, METADATA);

    assertThat(new FileMetadataStore(state, Duration.ofSeconds(10)).find(NETRC, ANN))
        .contains(METADATA);
  }

  @Test
  void whatIsOptionalMayBeMissing() {
    Metadata bare =
        new Metadata(LoginKind.PASTED, Optional.empty(), Optional.empty(), METADATA.fingerprint());
    store.save(NETRC, ANN, METADATA);
    store.save(NETRC, ANN, bare);

    assertThat(store.find(NETRC, ANN)).contains(bare);
  }

  @Test
  void anotherStoreHostOrLoginHasItsOwn() {
    store.save(NETRC, ANN, METADATA);

    assertThat(store.find(new StoreSpec("keychain", ""), ANN)).isEmpty();
    assertThat(store.find(NETRC, new CredentialId(ANN.host(), "bob"))).isEmpty();
    assertThat(store.find(NETRC, new CredentialId(Host.parse("git.heroku.com"), ANN.login())))
        .isEmpty();
  }

  @Test
  void whatIsForgottenIsGoneAndForgettingNothingIsNoError() {
    store.remove(NETRC, ANN);
    store.save(NETRC, ANN, METADATA);
    store.remove(NETRC, ANN);

    assertThat(store.find(NETRC, ANN)).isEmpty();
  }

  @Test
  void nobodyElseCanReadItAndNoSecretIsInIt() throws IOException {
    store.save(NETRC, ANN, METADATA);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("metadata"))))
        .isEqualTo("rwx------");
    assertThat(onlyFile()).content().doesNotContain("canary").contains("expires=2030-01-02T03");
  }

  @Test
  void whatCantBeUnderstoodIsAsIfItWereNotThere() throws IOException {
    store.save(NETRC, ANN, METADATA);
    String whole = Files.readString(onlyFile());
    for (String broken :
        new String[] {
          "",
          "\u0000\u0001",
          "kind=\\uzzzz",
          whole.replace("password", "telepathy"),
          whole.replace("2030-01-02", "yesterday"),
          whole.replace("salt=", "salt=zz"),
          whole.replace("fingerprint=", "finger="),
          whole.replace("api.heroku.com", "x.example"),
        }) {
      Files.writeString(onlyFile(), broken);
      assertThat(store.find(NETRC, ANN)).as(broken).isEmpty();
    }
    store.save(NETRC, ANN, METADATA);
    assertThat(store.find(NETRC, ANN)).contains(METADATA);
  }

  @Test
  void aFileThatOthersCouldHaveWrittenIsNotBelieved() throws IOException {
    store.save(NETRC, ANN, METADATA);
    Files.setPosixFilePermissions(onlyFile(), PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(store.find(NETRC, ANN)).isEmpty();
  }

  @Test
  void aFolderThatCantBeMadeIsAnErrorThatNamesIt() throws IOException {
    Path file = Files.createFile(state.resolve("metadata"));

    assertThat(store.find(NETRC, ANN)).isEmpty();
    assertThatThrownBy(() -> store.save(NETRC, ANN, METADATA))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining(file.toString());
  }
}
