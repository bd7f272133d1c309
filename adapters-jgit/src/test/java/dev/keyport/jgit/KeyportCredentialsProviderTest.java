package dev.keyport.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.token.CachedCredential;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.transport.ChainingCredentialsProvider;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyportCredentialsProviderTest {
  private static final Host GIT = Host.parse("git.example");
  private static final String ADDRESS = "https://git.example/app.git";
  private static final String NOTHING = "nothing";

  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final AtomicInteger reads = new AtomicInteger();
  private final Keyport keyport = Keyport.builder().store(store).build();
  private final CredentialsProvider provider = KeyportCredentialsProvider.of(keyport);
  private final CredentialsProvider ofOneHost =
      KeyportCredentialsProvider.of(
          GIT,
          new CachedCredential(
              () -> {
                reads.incrementAndGet();
                return keyport.find(GIT);
              },
              Duration.ofHours(1)));

  private void store(String host, String login, String secret) {
    store.save(List.of(new Credential(Host.parse(host), login, Secret.of(secret))));
  }

  private static URIish uri(String address) {
    try {
      return new URIish(address);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** As JGit does it: LOGIN:PASSWORD. */
  private static String get(CredentialsProvider from, String address) {
    CredentialItem.Username username = new CredentialItem.Username();
    CredentialItem.Password password = new CredentialItem.Password();
    assertThat(from.supports(username, password)).isTrue();
    if (!from.get(uri(address), username, password)) {
      assertThat(username.getValue()).isNull();
      assertThat(password.getValue()).isNull();
      return NOTHING;
    }
    return username.getValue() + ":" + String.valueOf(password.getValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ADDRESS,
        "https://GIT.example/app.git",
        "https://git.example:8443/app.git",
        "https://ann@git.example/app.git",
        "https://ann:old@git.example/app.git"
      })
  void answersForItsHost(String address) {
    store("git.example", "ann", "pässword");

    assertThat(get(provider, address)).isEqualTo("ann:pässword");
    assertThat(get(ofOneHost, address)).isEqualTo("ann:pässword");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://git.example/app.git",
        "https://git.example.evil/app.git",
        "https://evil.example/git.example.git",
        "https://git.example@evil.example/app.git",
        "https://bob@git.example/app.git",
        "https://ANN@git.example/app.git",
        "https://a b/app.git",
        "https://[::1]/app.git",
        "ssh://git@git.example/app.git",
        "ssh://ann@git.example/app.git",
        "git://git.example/app.git",
        "git@git.example:app.git",
        "file:///git.example/app.git",
        "/git.example/app.git",
        "git.example"
      })
  void answersForNoOther(String address) {
    store("git.example", "ann", "t0ken");

    assertThat(get(provider, address)).isEqualTo(NOTHING);
    assertThat(get(ofOneHost, address)).isEqualTo(NOTHING);
    assertThat(reads).hasValueLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:5000/a.git, localhost",
    "http://127.0.0.1/a.git, 127.0.0.1",
    "http://[::1]:80/a.git, ::1"
  })
  void answersInTheClearOnThisMachine(String address, String host) {
    store(host, "ann", "t0ken");

    assertThat(get(provider, address)).isEqualTo("ann:t0ken");
  }

  @Test
  void aPortsOwnCredentialComesFirst() {
    store("git.example", "ann", "any");
    store("git.example:8443", "bob", "port");

    assertThat(get(provider, "https://git.example:8443/app.git")).isEqualTo("bob:port");
    assertThat(get(provider, "https://bob@git.example:8443/app.git")).isEqualTo("bob:port");
    assertThat(get(provider, "https://ann@git.example:8443/app.git")).isEqualTo("ann:any");
    assertThat(get(provider, "https://bob@git.example/app.git")).isEqualTo(NOTHING);
    assertThat(get(provider, ADDRESS)).isEqualTo("ann:any");
  }

  @Test
  void theUserOfTheAddressIsTheLogin() {
    store("git.example", "ann@example.com", "hers");
    store("git.example", "bob", "his");

    assertThat(get(provider, "https://ann%40example.com@git.example/a.git"))
        .isEqualTo("ann@example.com:hers");
    assertThat(get(provider, "https://bob@git.example/a.git")).isEqualTo("bob:his");
  }

  @Test
  void anEntryWithoutLoginHasAnEmptyOne() {
    store("git.example", "", "t0ken");

    assertThat(get(provider, ADDRESS)).isEqualTo(":t0ken");
  }

  @Test
  void withNothingStoredTheNextOfAChainIsAsked() {
    CredentialsProvider chain =
        new ChainingCredentialsProvider(
            provider, new UsernamePasswordCredentialsProvider("next", "one"));

    assertThat(get(chain, ADDRESS)).isEqualTo("next:one");
  }

  @Test
  void nobodyIsAskedAndNothingButUserAndPasswordKnown() {
    CredentialItem.Username username = new CredentialItem.Username();
    CredentialItem.StringType other = new CredentialItem.StringType("Your pet?", true);
    store("git.example", "ann", "t0ken");

    assertThat(provider.isInteractive()).isFalse();
    assertThat(provider.supports(username)).isTrue();
    assertThat(provider.supports(new CredentialItem.Password("Yours:"))).isTrue();
    for (CredentialItem unknown :
        List.of(
            other,
            new CredentialItem.CharArrayType("Passphrase", true),
            new CredentialItem.YesNoType("Trust it?"),
            new CredentialItem.InformationalMessage("Hello"))) {
      assertThat(provider.supports(username, unknown)).isFalse();
      assertThatThrownBy(() -> provider.get(uri(ADDRESS), username, unknown))
          .isInstanceOf(UnsupportedCredentialItem.class)
          .hasMessageContaining(unknown.getPromptText());
      assertThat(username.getValue()).isNull();
    }
  }

  @Test
  void aRefusalAsksTheStoreAgain() {
    for (CredentialsProvider tried : List.of(provider, ofOneHost)) {
      store("git.example", "ann", "old");
      assertThat(get(tried, ADDRESS)).isEqualTo("ann:old");
      store("git.example", "ann", "new");

      tried.reset(uri(ADDRESS));
      assertThat(get(tried, ADDRESS)).isEqualTo("ann:new");
    }
    assertThat(reads).hasValue(2);
  }

  @Test
  void aRefusalAsksTheStoreAgainThoughTheFacadeKeepsWhatItFound() {
    try (Keyport keeping = Keyport.builder().store(store).keepFor(Duration.ofHours(1)).build()) {
      CredentialsProvider kept = KeyportCredentialsProvider.of(keeping);
      for (String address : List.of(ADDRESS, "https://ann@git.example/app.git")) {
        store("git.example", "ann", "old");
        assertThat(get(kept, address)).isEqualTo("ann:old");
        store("git.example", "ann", "new");

        kept.reset(uri(address));
        assertThat(get(kept, address)).isEqualTo("ann:new");
        kept.reset(uri(address));
        assertThat(get(kept, address)).isEqualTo(NOTHING);
      }
      store("git.example", "ann", "old");
      kept.reset(uri("https://git.example/other.git"));
      assertThat(get(kept, "https://git.example/other.git")).isEqualTo("ann:old");
    }
  }

  @Test
  void whatWasRefusedIsNotGivenTwiceUntilTheNextTime() {
    store("git.example", "ann", "t0ken");
    for (CredentialsProvider tried : List.of(provider, ofOneHost)) {
      assertThat(get(tried, ADDRESS)).isEqualTo("ann:t0ken");
      tried.reset(uri(ADDRESS));
      assertThat(get(tried, ADDRESS)).isEqualTo(NOTHING);
      assertThat(get(tried, ADDRESS)).isEqualTo("ann:t0ken");
    }
  }

  @Test
  void anotherAddressesRefusalIsItsOwn() {
    store("git.example", "ann", "t0ken");
    store("other.example", "ann", "t0ken");
    get(provider, ADDRESS);
    provider.reset(uri(ADDRESS));

    assertThat(get(provider, "https://other.example/app.git")).isEqualTo("ann:t0ken");
  }

  @Test
  void anotherThreadsRefusalIsItsOwn() throws Exception {
    store("git.example", "ann", "t0ken");
    get(provider, ADDRESS);
    provider.reset(uri(ADDRESS));

    String given =
        CompletableFuture.supplyAsync(() -> get(provider, ADDRESS)).get(20, TimeUnit.SECONDS);
    assertThat(given).isEqualTo("ann:t0ken");
    assertThat(get(provider, ADDRESS)).isEqualTo(NOTHING);
  }

  @Test
  void aRefusalOfSomethingUnknownForgetsWhatIsKept() {
    store("git.example", "ann", "old");
    ofOneHost.get(uri("https://ann@git.example/app.git"), new CredentialItem.Username());
    store("git.example", "ann", "new");

    ofOneHost.reset(uri("https://other.example/"));
    ofOneHost.reset(uri("/path"));
    assertThat(get(ofOneHost, ADDRESS)).isEqualTo("ann:old");
    ofOneHost.reset(uri("https://git.example:8443/other.git"));
    assertThat(get(ofOneHost, ADDRESS)).isEqualTo("ann:new");
  }

  @Test
  void aStoreThatFailsIsNotTakenForAnEmptyOne() {
    CredentialsProvider failing =
        KeyportCredentialsProvider.of(
            GIT,
            new CachedCredential(
                () -> {
                  throw new StoreException.Locked("the keyring is locked", "unlock it");
                },
                Duration.ZERO));
    CredentialItem.Username username = new CredentialItem.Username();

    assertThatThrownBy(() -> failing.get(uri(ADDRESS), username))
        .isInstanceOf(StoreException.Locked.class);
    assertThat(username.getValue()).isNull();
  }

  @Test
  void whatWasGivenIsWipedAndWhatIsKeptIsNot() {
    Credential found = new Credential(GIT, "ann", Secret.of("t0ken"));
    CachedCredential cached = new CachedCredential(() -> Optional.of(found), Duration.ofHours(1));
    CredentialsProvider tried = KeyportCredentialsProvider.of(GIT, cached);

    for (int i = 0; i < 3; i++) {
      assertThat(get(tried, ADDRESS)).isEqualTo("ann:t0ken");
    }
    assertThat(found.secret().copy()).isEmpty();
    assertThat(cached.get()).isPresent();
  }
}
