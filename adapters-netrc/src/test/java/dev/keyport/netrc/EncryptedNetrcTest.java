package dev.keyport.netrc;

import static dev.keyport.netrc.StoreFixture.credential;
import static dev.keyport.netrc.StoreFixture.revealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real gpg makes of the encrypted file, and what is refused for its sake. */
@Tag("slow")
class EncryptedNetrcTest {
  private static final String ANN = "ann@example.test";
  private static final String BOB = "bob@example.test";
  private static final String OLD = "old@example.test";
  private static final String PLAIN =
      "# by hand\nmachine h.example login ann password s3cret\n\tmachine i.example login b password c";
  private static final Host HOST = Host.parse("h.example");

  private static @Nullable GpgHome annsGpg;
  private static @Nullable GpgHome bobsGpg;

  @TempDir Path home;
  private StoreFixture fixture = new StoreFixture(Path.of(""));

  /** Bob's key has a passphrase; Ann has his public key and that of an expired one. */
  @BeforeAll
  static void makeKeys() throws IOException {
    annsGpg = GpgHome.make();
    anns().key(ANN, "");
    anns().expiredKey(OLD);
    bobsGpg = GpgHome.make();
    bobs().pinentry("bobs passphrase");
    bobs().key(BOB, "bobs passphrase");
    anns().run(bobs().run(new byte[0], List.of("--export")), List.of("--import"));
    bobs().lock();
  }

  @AfterAll
  static void endAgents() throws IOException {
    if (annsGpg != null) {
      anns().close();
    }
    if (bobsGpg != null) {
      bobs().close();
    }
  }

  private static GpgHome anns() {
    return Optional.ofNullable(annsGpg).orElseThrow();
  }

  private static GpgHome bobs() {
    return Optional.ofNullable(bobsGpg).orElseThrow();
  }

  @BeforeEach
  void fixture() {
    fixture = of(anns());
  }

  private StoreFixture of(GpgHome gpg) {
    StoreFixture made = new StoreFixture(home);
    gpg.environment().forEach(made::with);
    return made;
  }

  private Path file() {
    return home.resolve(".netrc.gpg");
  }

  private void save(String secret) {
    fixture.open().save(List.of(credential("h.example", "ann", secret)));
  }

  private byte[] message(String... arguments) throws IOException {
    byte[] bytes = anns().encrypt(PLAIN, arguments);
    GpgHome.write(file(), bytes);
    return bytes;
  }

  private void assertReadableAndRefusedForWriting(String... said) throws IOException {
    byte[] before = Files.readAllBytes(file());
    assertThat(revealed(fixture.open().find(HOST))).isEqualTo("ann=s3cret");

    assertThatThrownBy(() -> save("n3w"))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContainingAll("can be read but not changed")
        .hasMessageContainingAll(said)
        .satisfies(e -> assertThat(((StoreException) e).hint()).isPresent());
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    assertThat(fixture.notices).isEmpty();
  }

  @Test
  void onlyTheEntryChangesAndUndoBringsEveryByteBack() throws IOException {
    anns().encryptTo(file(), PLAIN, ANN);
    TokenStore store = fixture.open();

    Saved saved = store.save(List.of(credential("h.example", "ann", "n3w")));
    assertThat(anns().decrypt(file())).isEqualTo(PLAIN.replace("s3cret", "n3w"));
    assertThat(StoreFixture.mode(file())).isEqualTo("rw-------");
    store.undo(saved);
    assertThat(anns().decrypt(file())).isEqualTo(PLAIN);

    assertThat(store.remove(List.of(new CredentialId(HOST, "ann")))).hasSize(1);
    assertThat(anns().decrypt(file())).doesNotContain("h.example").contains("i.example");
    assertThat(home.resolve(".netrc")).doesNotExist();
  }

  @Test
  void whatIsThereAlreadyIsNotEncryptedAgain() throws IOException {
    byte[] before = message("--encrypt", "--recipient", ANN);

    save("s3cret");

    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void everyoneWhoCouldReadItStillCan() throws IOException {
    anns().encryptTo(file(), PLAIN, BOB, ANN);

    save("n3w");

    assertThat(revealed(fixture.open().find(HOST))).isEqualTo("ann=n3w");
    byte[] bobs =
        bobs()
            .run(
                Files.readAllBytes(file()),
                List.of("--pinentry-mode", "loopback", "--passphrase", "bobs passphrase", "-d"));
    bobs().lock();
    assertThat(new String(bobs, StandardCharsets.UTF_8)).contains("n3w");
  }

  @Test
  void nobodyElseCanReadItWhateverTheUsersSettingsSay() throws IOException {
    anns().encryptTo(file(), PLAIN, ANN);
    Path settings = anns().folder().resolve("gpg.conf");
    Files.writeString(settings, "encrypt-to " + BOB + "\narmor\nthrow-keyids\n");
    try {
      save("n3w");
    } finally {
      Files.delete(settings);
    }

    String packets =
        new String(
            anns().run(Files.readAllBytes(file()), List.of("--list-only", "--list-packets")),
            StandardCharsets.UTF_8);
    assertThat(packets).contains(anns().subkey(ANN)).doesNotContain(anns().subkey(BOB));
  }

  @Test
  void armorStays() throws IOException {
    message("--encrypt", "--armor", "--recipient", ANN);

    save("n3w");

    assertThat(file()).content(StandardCharsets.US_ASCII).startsWith("-----BEGIN PGP MESSAGE-----");
    assertThat(anns().decrypt(file())).contains("n3w");
  }

  @Test
  void whoReadsItIsSaidOnce() throws IOException {
    anns().encryptTo(file(), PLAIN, ANN);
    TokenStore store = fixture.open();

    store.save(List.of(credential("h.example", "ann", "one")));
    store.save(List.of(credential("h.example", "ann", "two")));

    assertThat(fixture.notices).hasSize(1);
    assertThat(fixture.notices.get(0)).contains("encrypted", "Heroku CLI", "curl");
    assertThat(store.status()).isInstanceOf(StoreStatus.Ready.class);
    assertThat(store.status().reason()).contains("2 entries");
  }

  @Test
  void aPassphraseBesideTheKeyCouldNotBeKept() throws IOException {
    message(
        "--pinentry-mode", "loopback", "--passphrase", "p", "-c", "--encrypt", "--recipient", ANN);

    assertReadableAndRefusedForWriting("passphrase");
  }

  @Test
  void hiddenRecipientsCouldNotBeKept() throws IOException {
    message("--encrypt", "--hidden-recipient", ANN);

    assertReadableAndRefusedForWriting("hides");
  }

  @Test
  void aSignatureCouldNotBeKept() throws IOException {
    message("--sign", "--encrypt", "--local-user", ANN, "--recipient", ANN);

    assertReadableAndRefusedForWriting("signed");
  }

  @Test
  void aMissingPublicKeyIsNamed() throws IOException {
    try (GpgHome third = GpgHome.make()) {
      third.key("third@example.test", "");
      byte[] key = third.run(new byte[0], List.of("--export"));
      anns().run(key, List.of("--import"));
      anns().encryptTo(file(), PLAIN, ANN, "third@example.test");
      anns().run(new byte[0], List.of("--yes", "--delete-keys", "third@example.test"));

      assertReadableAndRefusedForWriting(
          third.subkey("third@example.test"), "not in your gpg keyring");
    }
  }

  @Test
  void anExpiredKeyIsNamed() throws IOException {
    message("--faked-system-time", "20200101T010000", "--encrypt", "--recipient", ANN, "-r", OLD);

    assertReadableAndRefusedForWriting(anns().subkey(OLD), "expired");
  }

  @Test
  void aLockedKeyIsLockedAndNobodyIsAsked() throws IOException {
    bobs().encryptTo(file(), PLAIN, BOB);
    TokenStore store = of(bobs()).with("DISPLAY", ":0").open();

    StoreException.Locked locked =
        catchThrowableOfType(StoreException.Locked.class, () -> store.find(HOST));

    assertThat(locked).hasMessageContaining(bobs().subkey(BOB));
    assertThat(locked.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("gpg"));
    assertThat(store.status()).isInstanceOf(StoreStatus.Locked.class);
    assertThatThrownBy(() -> store.save(List.of(credential("h.example", "ann", "n3w"))))
        .isInstanceOf(StoreException.Locked.class);
    assertThat(bobs().timesAsked()).isZero();
  }

  @Test
  void gpgsOwnAgentAsksWhereItMayButNotForAStatus() throws IOException {
    bobs().encryptTo(file(), PLAIN, BOB);
    TokenStore store = of(bobs()).asking(InteractionPolicy.IF_VISIBLE).with("DISPLAY", ":0").open();
    try {
      assertThat(store.status()).isInstanceOf(StoreStatus.Locked.class);
      assertThat(bobs().timesAsked()).isZero();

      assertThat(revealed(store.find(HOST))).isEqualTo("ann=s3cret");
      assertThat(bobs().timesAsked()).isEqualTo(1);
      assertThat(store.status()).isInstanceOf(StoreStatus.Ready.class);
    } finally {
      bobs().lock();
      bobs().forgetAsked();
    }
  }

  @Test
  void somebodyElsesKeyIsLocked() throws IOException {
    anns().encryptTo(file(), PLAIN, BOB);

    assertThatThrownBy(() -> fixture.open().list()).isInstanceOf(StoreException.Locked.class);
  }

  @Test
  void aPassphraseAloneIsLocked() throws IOException {
    message("--pinentry-mode", "loopback", "--passphrase", "p", "--no-symkey-cache", "-c");

    assertThatThrownBy(() -> fixture.open().list())
        .isInstanceOf(StoreException.Locked.class)
        .hasMessageContaining("passphrase");
  }

  private void assertCorrupt(byte[] bytes) throws IOException {
    GpgHome.write(file(), bytes);

    assertThatThrownBy(() -> fixture.open().find(HOST))
        .isInstanceOf(StoreException.Corrupt.class)
        .hasMessageContaining(".netrc.gpg");
    assertThatThrownBy(() -> save("n3w")).isInstanceOf(StoreException.Corrupt.class);
    assertThat(fixture.open().status()).isInstanceOf(StoreStatus.Unavailable.class);
    assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "machine h.example login ann password s3cret\n", "\u00ff\u0000\u0001"})
  void whatIsNoMessageIsCorrupt(String text) throws IOException {
    assertCorrupt(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aMessageThatWasCutOrAlteredIsCorrupt() throws IOException {
    byte[] whole = message("--encrypt", "--recipient", ANN);

    assertCorrupt(Arrays.copyOf(whole, 40));
    assertCorrupt(Arrays.copyOf(whole, whole.length - 10));
    whole[whole.length - 10] ^= 1;
    assertCorrupt(whole);
  }

  @Test
  void aMessageThatIsOnlySignedIsCorrupt() throws IOException {
    assertCorrupt(anns().encrypt(PLAIN, "--sign", "--local-user", ANN));
  }

  @Test
  void textThatIsNoNetrcIsNamedWithItsLine() throws IOException {
    anns().encryptTo(file(), "machine h.example\nlogin \"open\n", ANN);

    assertThatThrownBy(() -> fixture.open().find(HOST))
        .isInstanceOf(StoreException.Corrupt.class)
        .hasMessageContaining(".netrc.gpg, line 2");
  }

  @Test
  void aFileThatIsNotThereIsEmptyAndNotMade() {
    TokenStore store = fixture.open("~/new.gpg");

    assertThat(store.find(HOST)).isEmpty();
    assertThat(store.remove(List.of(new CredentialId(HOST, "ann")))).isEmpty();
    assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
    assertThatThrownBy(() -> store.save(List.of(credential("h.example", "ann", "n3w"))))
        .isInstanceOf(StoreException.Unavailable.class)
        .satisfies(
            e ->
                assertThat(((StoreException) e).hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("gpg --encrypt")));
    assertThat(home.resolve("new.gpg")).doesNotExist();
  }
}
