package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import java.util.List;
import org.junit.jupiter.api.Test;

class KdeWalletTest extends IndexedKeychainContract {
  KdeWalletTest() {
    super(new KdeWallet(), FakeBackEnd.kwallet());
  }

  @Test
  void whereNobodyMayBeAskedItIsNotCalled() {
    try (SimpleKeyring wallet =
        new JavaKeyring(
            new KdeWallet(),
            false,
            type -> {
              throw new AssertionError("called");
            })) {
      assertThatThrownBy(() -> wallet.get("x.example", "ann", Deadline.in(PrivateSession.PATIENCE)))
          .isInstanceOf(StoreException.Locked.class);
    }
  }

  @Test
  void textThatDBusCantHoldIsRefused() {
    try (TokenStore store = open()) {
      assertThatThrownBy(() -> store.save(List.of(credential("ann", "s3c\0ret"))))
          .isInstanceOf(StoreException.Unrepresentable.class);
      assertThat(keyring.entries()).isEmpty();
    }
  }
}
