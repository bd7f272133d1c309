package dev.keyport.keychain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the heroku CLI keeps in the desktop's keyring: since its version 11.8 it stores its token on
 * Linux by {@code secret-tool}, under the service {@code heroku-cli} and the account's email
 * address. It is read here, so that a login can be taken over, and never changed.
 *
 * <p>Nobody is prompted, whatever the policy. On macOS and Windows, where the CLI keeps its token
 * otherwise, nothing is found. Each call opens a connection and closes it. Safe for use by several
 * threads.
 */
public final class HerokuCliItem {
  private static final String SERVICE = "heroku-cli";

  private final StoreContext context;

  /**
   * The item of this machine's user; nothing is opened yet.
   *
   * @param context names the machine, and how long a call may take
   */
  public HerokuCliItem(StoreContext context) {
    this.context = Objects.requireNonNull(context, "context");
  }

  /**
   * The accounts the CLI is logged in to, by email address: the one it logged in to last comes
   * first.
   *
   * @throws StoreException.Absent when there is no keyring here
   * @throws StoreException.Locked when the keyring is locked
   * @throws StoreException when the keyring can't answer
   */
  public List<String> emails() {
    return read((items, deadline) -> newestFirst(items, deadline).map(HerokuCliItem::email))
        .distinct()
        .toList();
  }

  /**
   * The CLI's token for this account.
   *
   * @param email the account's email address, exactly as {@link #emails} names it
   * @param host the API host that the token is for, which the item does not name
   * @return empty when the CLI keeps none for this account
   * @throws StoreException as {@link #emails} does
   */
  public Optional<Credential> find(String email, Host host) {
    return read((items, deadline) ->
            newestFirst(items, deadline)
                .filter(item -> email(item).equals(email))
                .flatMap(item -> secret(items, item, deadline).stream()))
        .findFirst()
        .map(secret -> new Credential(host, email, secret));
  }

  private interface Question<T> {
    Stream<T> ask(Items items, Deadline deadline);
  }

  private <T> Stream<T> read(Question<T> question) {
    Machine machine = context.machine();
    if (machine.isMac() || machine.isWindows()) {
      return Stream.of();
    }
    Deadline deadline = Deadline.in(context.timeout());
    try (Items items = new SecretServiceItems(machine)) {
      items.open(deadline);
      return question.ask(items, deadline).toList().stream();
    }
  }

  private static Stream<Item> newestFirst(Items items, Deadline deadline) {
    return items.search(Map.of(Item.SERVICE, SERVICE), deadline).stream()
        .filter(item -> item.accountOf(SERVICE).isPresent())
        .sorted(Item.NEWEST_FIRST);
  }

  private static String email(Item item) {
    return item.accountOf(SERVICE).orElseThrow();
  }

  private static Optional<Secret> secret(Items items, Item item, Deadline deadline) {
    return items.read(item, deadline);
  }
}
