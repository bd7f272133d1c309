package dev.keyport.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import dev.keyport.testkit.FaultyTokenStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a program that embeds Keyport is tested without a store. */
class ProgramTest {
  private static final Host HOST = Host.parse("git.example.com");

  /** Says who is logged in. */
  record Program(Keyport keyport) {
    String run() {
      return keyport.find(HOST).map(Credential::login).orElse("nobody");
    }
  }

  // begin: test
  @Test
  void aLockedStoreIsNotTakenForAnEmptyOne() {
    FaultyTokenStore store = new FaultyTokenStore();
    store.save(List.of(new Credential(HOST, "ann", Secret.of("t0ken"))));
    try (Keyport keyport = Keyport.builder().store(store).build()) {
      Program program = new Program(keyport);
      assertThat(program.run()).isEqualTo("ann");

      store.fail(FaultyTokenStore.Call.FIND, new StoreException.Locked("locked", null));
      assertThatThrownBy(program::run).isInstanceOf(StoreException.Locked.class);
    }
  }
  // end: test
}
