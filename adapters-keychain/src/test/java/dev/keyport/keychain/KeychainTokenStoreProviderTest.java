package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;
import dev.keyport.domain.store.TokenStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeychainTokenStoreProviderTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private TokenStore open(String spec, String osName) {
    return new TokenStores(ServiceLoader.load(TokenStoreProvider.class))
        .open(
            List.of(StoreSpec.parse(spec)), StoreContext.of(new Machine(Map.of(), folder, osName)));
  }

  @Test
  void theSchemeIsFoundByServiceLoader() {
    try (TokenStore store = open("keychain", "Linux")) {
      assertThat(store.spec()).isEqualTo(StoreSpec.parse("keychain"));
      assertThat(store.traits().manyLoginsPerHost()).isTrue();
      assertThat(store.traits().encrypted()).isTrue();
      assertThat(store.status()).isInstanceOf(StoreStatus.Absent.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "keychain:login, Linux",
    "keychain:login, Mac OS X",
    "keychain:kwallet, Mac OS X",
    "keychain:kwallet, Windows 11"
  })
  void anArgumentThatNamesNoKeychainOfTheSystemIsRefused(String spec, String osName) {
    assertThatThrownBy(() -> open(spec, osName))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("names no keychain");
  }

  @ParameterizedTest
  @CsvSource({"Mac OS X, 65536", "Windows 11, 1280"})
  void theLimitIsThePlatforms(String osName, int bytes) {
    try (TokenStore store = open("keychain", osName)) {
      assertThat(store.traits().maxSecretBytes()).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({"Mac OS X, the macOS keychain", "Windows 11, Windows Credential Manager"})
  @EnabledOnOs(OS.LINUX)
  void aPlatformsKeychainThatCantBeLoadedIsUnavailable(String osName, String title) {
    try (TokenStore store = open("keychain", osName)) {
      assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
      assertThatThrownBy(() -> store.find(new CredentialId(Host.parse("x.example"), "ann")))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining(title);
    }
  }

  @Test
  void kwalletIsNotAskedWhereNobodyMayBePrompted() {
    try (SimpleKeyring kwallet = new JavaKeyring(new KdeWallet(), false)) {
      assertThatThrownBy(() -> kwallet.get("x.example", "ann", Deadline.in(LONG)))
          .isInstanceOf(StoreException.Locked.class);
      assertThatThrownBy(() -> kwallet.set("x.example", "ann", "s3cret", Deadline.in(LONG)))
          .isInstanceOf(StoreException.Locked.class)
          .hasMessageNotContaining("s3cret");
    }
  }
}
