package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.TokenStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacKeychainTest extends IndexedKeychainContract {
  MacKeychainTest() {
    super(new MacKeychain(), FakeBackEnd.mac());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Failed to get credential. User interaction is not allowed.",
        "Failed to get credential. The user name or passphrase you entered is not correct.",
        "Failed to set credential. User canceled the operation."
      })
  void aKeychainThatIsNotOpenedToJavaIsLocked(String message) {
    everyCallRaises(StoreException.Locked.class, message);
  }

  @Test
  void aMacWithNoDefaultKeychainIsUnavailable() {
    everyCallRaises(
        StoreException.Unavailable.class,
        "Failed to get credential. A default keychain could not be found.");
  }

  @Test
  void textThatACStringWouldCutIsRefused() {
    try (TokenStore store = open()) {
      assertThatThrownBy(() -> store.save(List.of(credential("ann", "s3c\0ret"))))
          .isInstanceOf(StoreException.Unrepresentable.class);
      assertThatThrownBy(() -> store.save(List.of(credential("a\0nn", "s3cret"))))
          .isInstanceOf(StoreException.Unrepresentable.class);
      assertThat(keyring.entries()).isEmpty();
    }
  }

  @Test
  void loginsThatDifferInCaseAreTwo() {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann", "anns"), credential("Ann", "others")));
      assertThat(keyring.entries()).hasSize(2);
    }
  }
}
