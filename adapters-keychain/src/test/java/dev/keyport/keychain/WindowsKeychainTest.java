package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.TokenStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsKeychainTest extends IndexedKeychainContract {
  WindowsKeychainTest() {
    super(new WindowsCredentials(), FakeBackEnd.windows());
  }

  @Test
  void aSecretIsMeasuredAsUtf16() {
    try (TokenStore store = open()) {
      String longest = "п".repeat(1_280);
      store.save(List.of(credential("ann", longest)));
      assertThat(store.find(HOST)).contains(credential("ann", longest));

      assertThatThrownBy(() -> store.save(List.of(credential("ann", longest + "п"))))
          .isInstanceOf(StoreException.Unrepresentable.class)
          .hasMessageContaining("2560");
    }
  }

  @Test
  void aLoginThatDiffersInCaseAloneIsRefusedAndTheFirstKept() {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann", "anns")));

      assertThatThrownBy(() -> store.save(List.of(credential("Ann", "others"))))
          .isInstanceOf(StoreException.Unrepresentable.class);
      assertThat(store.find(HOST)).contains(credential("ann", "anns"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"änn", "an\nn", "an\u0000n"})
  void aLoginThatWindowsWouldChangeIsRefused(String login) {
    try (TokenStore store = open()) {
      assertThatThrownBy(() -> store.save(List.of(credential(login, "s3cret"))))
          .isInstanceOf(StoreException.Unrepresentable.class);
      assertThat(store.list()).isEmpty();
    }
  }

  @Test
  void aSecretWithANulIsHeldWhole() {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann", "s3c\0ret")));
      assertThat(store.find(HOST)).contains(credential("ann", "s3c\0ret"));
    }
  }

  @Test
  void emojiCountAsTwo() {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann", "😀".repeat(640))));
      assertThatThrownBy(() -> store.save(List.of(credential("ann", "😀".repeat(640) + "x"))))
          .isInstanceOf(StoreException.Unrepresentable.class);
      assertThat(store.find(HOST)).contains(credential("ann", "😀".repeat(640)));
    }
  }

  @Test
  void anEmptySecretIsRefused() {
    try (TokenStore store = open()) {
      assertThatThrownBy(() -> store.save(List.of(credential("ann", ""))))
          .isInstanceOf(StoreException.Unrepresentable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Error code 5", "Error code 1312", "Error code 1783"})
  void anErrorOfWindowsIsUnavailable(String message) {
    everyCallRaises(StoreException.Unavailable.class, message);
  }
}
