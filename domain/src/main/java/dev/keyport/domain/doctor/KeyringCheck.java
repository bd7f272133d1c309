package dev.keyport.domain.doctor;

import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import java.util.List;
import java.util.function.Supplier;

/**
 * The state of the keyring where it is not among the stores in use: nothing depends on it, but it
 * is what one may have meant to use.
 */
public final class KeyringCheck implements Check {
  private final Supplier<TokenStore> opening;

  /**
   * @param opening opens it so that nobody is ever asked; it is closed after
   */
  public KeyringCheck(Supplier<TokenStore> opening) {
    this.opening = opening;
  }

  @Override
  public String id() {
    return "keyring";
  }

  @Override
  public String name() {
    return "keyring";
  }

  @Override
  public List<Finding> run() {
    try (TokenStore store = opening.get()) {
      StoreStatus status = store.status();
      return List.of(Finding.ok("keyring-not-in-use", "not in use; " + status.reason()));
    }
  }
}
