package dev.keyport.domain.token;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreSpec;
import java.util.Objects;

/** Where a token came from. */
public sealed interface TokenOrigin {
  /**
   * The environment.
   *
   * @param variable its variable
   */
  record Environment(String variable) implements TokenOrigin {
    public Environment {
      Objects.requireNonNull(variable, "variable");
    }

    @Override
    public String toString() {
      return "environment:" + variable;
    }
  }

  /**
   * A store.
   *
   * @param store which
   * @param id the credential's id there
   */
  record Store(StoreSpec store, CredentialId id) implements TokenOrigin {
    public Store {
      Objects.requireNonNull(store, "store");
      Objects.requireNonNull(id, "id");
    }

    @Override
    public String toString() {
      return store.toString();
    }
  }
}
