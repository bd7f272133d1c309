package dev.keyport.domain.configuration;

import dev.keyport.domain.credential.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The accounts that another program keeps side by side. They are read, and never changed. */
public interface ForeignAccounts {
  /**
   * What is kept now, by name; nothing where the program was never used.
   *
   * @throws dev.keyport.domain.store.StoreException when the place as a whole can't be read
   */
  Found read();

  /**
   * What was found.
   *
   * @param place where it was looked for
   * @param accounts those that could be read
   * @param unreadable those that could not
   * @param inUse the name of the one that the program says is in use, where it says so
   */
  record Found(
      String place, List<One> accounts, List<SkippedAccount> unreadable, Optional<String> inUse) {
    public Found {
      Objects.requireNonNull(place, "place");
      accounts = List.copyOf(accounts);
      unreadable = List.copyOf(unreadable);
      Objects.requireNonNull(inUse, "inUse");
    }
  }

  /**
   * An account as it stands there.
   *
   * @param name what it is called
   * @param place its file
   * @param login the account's address, as the program has it
   * @param token its token
   */
  record One(String name, String place, String login, Secret token) {
    public One {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(login, "login");
      Objects.requireNonNull(token, "token");
    }
  }
}
