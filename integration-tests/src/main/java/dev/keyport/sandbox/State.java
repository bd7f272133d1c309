package dev.keyport.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Everything the sandbox knows, in memory, under one lock. A request is answered from the first
 * look at the state to the last change within a single {@link #locked} call, so no two requests
 * ever see each other half done; reading and writing of the network happens outside of it.
 */
final class State {
  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final Secrets secrets = new Secrets();
  private final Table<Account> accounts = new Table<>();
  private final Table<SshKey> keys = new Table<>();
  private final Table<Client> clients = new Table<>();
  private final Table<App> apps = new Table<>();
  private final Authorizations authorizations;
  private final Map<Preauthorization, Instant> preauthorizations = new HashMap<>();

  /** A token allowed to use an app. */
  private record Preauthorization(UUID authorization, UUID app) {}

  State(Clock clock) {
    this.clock = clock;
    this.authorizations = new Authorizations(clock, secrets);
  }

  /** Runs the work while no other thread is at the state. It must not block. */
  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  Instant now() {
    return clock.instant();
  }

  Secrets secrets() {
    return secrets;
  }

  Table<Account> accounts() {
    return accounts;
  }

  Table<SshKey> keys() {
    return keys;
  }

  Table<Client> clients() {
    return clients;
  }

  Table<App> apps() {
    return apps;
  }

  Authorizations authorizations() {
    return authorizations;
  }

  /** Finds an account by email; the case of an email doesn't matter. */
  Optional<Account> accountByEmail(String email) {
    String wanted = email.toLowerCase(Locale.ROOT);
    return accounts.stream().filter(account -> account.email().equals(wanted)).findFirst();
  }

  /** Finds an app by id or name. */
  Optional<App> app(String idOrName) {
    return apps.find(idOrName)
        .or(() -> apps.stream().filter(app -> app.name().equals(idOrName)).findFirst());
  }

  /** Who holds this token, when it is alive. */
  Optional<Caller> holderOf(String token) {
    return authorizations
        .byAccessToken(token)
        .flatMap(
            found ->
                accounts
                    .find(found.account())
                    .map(account -> new Caller(account, Optional.of(found))));
  }

  /** What the dashboard calls the account's API key; made when there is none that works. */
  Authorization defaultAuthorization(Account account) {
    return authorizations
        .defaultOf(account)
        .filter(found -> found.access().filter(token -> token.aliveAt(now())).isPresent())
        .orElseGet(
            () -> {
              List<String> scope = List.of(Choices.DEFAULT_SCOPE);
              Authorization made =
                  authorizations.issue(account, "Default authorization", scope, Optional.empty());
              accounts.put(account.withDefaultAuthorization(made.id()));
              return made;
            });
  }

  void preauthorize(Authorization authorization, App app) {
    preauthorizations.put(
        new Preauthorization(authorization.id(), app.id()),
        now().plus(Choices.PREAUTHORIZATION_LIFE));
  }

  boolean isPreauthorized(Authorization authorization, App app) {
    Preauthorization asked = new Preauthorization(authorization.id(), app.id());
    return Optional.ofNullable(preauthorizations.get(asked)).filter(now()::isBefore).isPresent();
  }
}
