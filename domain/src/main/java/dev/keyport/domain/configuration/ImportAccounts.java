package dev.keyport.domain.configuration;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoredCredential;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes over the accounts that another program keeps. Its own files stay as they are: what is
 * copied is copied to a store, and what Keyport can use where it stands is only given a name.
 */
public final class ImportAccounts {
  private final ManageAccounts accounts;

  /** How the login of an account is stored beside the others, and the account named. */
  public interface Keeper {
    /**
     * Asks the API whose token it is, stores it, and writes the profile: all of it or nothing.
     *
     * @param name the profile's, which is free
     * @throws KeyportException when it can't be done; nothing was stored
     */
    AccountProfile keep(String name, Secret token);
  }

  /**
   * @param accounts those there are
   */
  public ImportAccounts(ManageAccounts accounts) {
    this.accounts = accounts;
  }

  /**
   * What can be taken over. Changes nothing and asks nobody.
   *
   * @param only the one that is wanted; empty for all
   * @throws NotFoundException when nothing is there
   */
  public ImportPlan plan(ForeignAccounts from, Optional<String> only) {
    ForeignAccounts.Found found = from.read();
    List<SkippedAccount> skipped =
        new ArrayList<>(
            found.unreadable().stream().filter(one -> isWanted(one.name(), only)).toList());
    List<ForeignAccounts.One> taken = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ForeignAccounts.One one : found.accounts()) {
      if (isWanted(one.name(), only)) {
        Optional<String> obstacle = obstacle(one, names);
        if (obstacle.isPresent()) {
          skipped.add(new SkippedAccount(one.name(), obstacle.get()));
        } else {
          taken.add(one);
        }
      }
    }
    if (taken.isEmpty() && skipped.isEmpty()) {
      throw new NotFoundException(
          "there is no account to import in "
              + found.place()
              + only.map(name -> " of the name " + name).orElse(""),
          "name a store to import from, as: keyport accounts:import work --from heroku-cli");
    }
    return new ImportPlan(
        found.place(),
        taken,
        skipped,
        found.inUse().filter(name -> taken.stream().anyMatch(one -> one.name().equals(name))));
  }

  private static boolean isWanted(String name, Optional<String> only) {
    return only.isEmpty() || only.get().equals(name);
  }

  private Optional<String> obstacle(ForeignAccounts.One one, Set<String> names) {
    try {
      accounts.checkNew(one.name());
    } catch (UsageException e) {
      return Optional.of(told(e));
    }
    if (!names.add(one.name().toLowerCase(Locale.ROOT))) {
      return Optional.of("another account's name differs in case alone: rename one of the files");
    }
    if (one.token().isEmpty() || !one.token().isVisibleAscii()) {
      return Optional.of(
          one.place() + " has no API token: it is empty, or has blanks or other characters");
    }
    return Optional.empty();
  }

  private static String told(KeyportException e) {
    return e.message() + e.hint().map(hint -> "; " + hint).orElse("");
  }

  /**
   * Takes them over one by one. One that the API refuses, or that can't be kept for a reason of its
   * own, is skipped; whatever would keep the others back as well ends the import, and those done by
   * then stay.
   *
   * @param done is told of each that is taken over, once it is
   * @return those that were skipped, the plan's among them
   * @throws KeyportException when it can't go on, as without a network or with a locked store
   */
  public List<SkippedAccount> run(ImportPlan plan, Keeper keeper, Consumer<AccountProfile> done) {
    List<SkippedAccount> skipped = new ArrayList<>(plan.skipped());
    for (ForeignAccounts.One one : plan.accounts()) {
      try {
        done.accept(keeper.keep(one.name(), one.token()));
      } catch (ApiException.Rejected | ApiException.Forbidden e) {
        skipped.add(new SkippedAccount(one.name(), "its token is refused: " + e.message()));
      } catch (UsageException | StoreException.Unrepresentable e) {
        skipped.add(new SkippedAccount(one.name(), told(e)));
      }
    }
    return skipped;
  }

  /**
   * The login that a store has for the API's host.
   *
   * @throws UsageException when an account of this name can't be added
   * @throws NotFoundException when the store has none, or one that names nobody
   * @throws StoreException when the store can't answer
   */
  public StoredCredential find(String name, TokenStore store, Host api) {
    accounts.checkNew(name);
    Host host = api.withoutPort();
    return store
        .locate(host)
        .filter(found -> !found.credential().login().isEmpty())
        .orElseThrow(
            () ->
                new NotFoundException(
                    store.spec()
                        + " has no login for "
                        + host
                        + store.incomplete(host).map(why -> ": " + why).orElse(""),
                    "see what there is: keyport stores"));
  }

  /** Whether Keyport can go on using a login in this store: it stays there, and gets a name. */
  public static boolean canStay(TokenStore store) {
    try {
      store.checkWritable();
      return true;
    } catch (StoreException.Unavailable | StoreException.Absent e) {
      return false;
    }
  }

  /**
   * Takes over the login of a store: where it stands if it can stay, else by a copy.
   *
   * @throws KeyportException when it can't be done; nothing was stored
   */
  public AccountProfile fromStore(String name, TokenStore store, Host api, Keeper keeper) {
    StoredCredential found = find(name, store, api);
    if (canStay(store)) {
      String place = found.store().toString();
      accounts.add(name, found.credential().login(), place);
      return new AccountProfile(name, found.credential().login(), Optional.of(place), false);
    }
    return keeper.keep(name, found.credential().secret());
  }
}
