package dev.keyport.testkit;

import dev.keyport.domain.apps.App;
import dev.keyport.domain.auth.Account;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.authorizations.OAuthClient;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.keys.AccountKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link InMemoryHeroku} knows of one account. */
final class FakeAccount {
  private static final int MASK_HEAD = 8;
  private static final int MASK_TAIL = 4;

  private final Account account;
  private final String password;
  private final Optional<String> secondFactor;
  private final Map<String, Authorization> authorizations = new LinkedHashMap<>();
  private final Map<String, String> sessions = new LinkedHashMap<>();
  private final Map<String, OAuthClient> clients = new LinkedHashMap<>();
  private final List<AccountKey> keys = new ArrayList<>();
  private final List<App> apps = new ArrayList<>();
  private Optional<Authorization> ownDefault = Optional.empty();

  FakeAccount(Account account, String password, Optional<String> secondFactor) {
    this.account = account;
    this.password = password;
    this.secondFactor = secondFactor;
  }

  Account account() {
    return account;
  }

  boolean hasPassword(Secret given) {
    return given.reveal().equals(password);
  }

  Optional<String> secondFactor() {
    return secondFactor;
  }

  Map<String, Authorization> authorizations() {
    return authorizations;
  }

  /** Session tokens, by session id. */
  Map<String, String> sessions() {
    return sessions;
  }

  Map<String, OAuthClient> clients() {
    return clients;
  }

  List<AccountKey> keys() {
    return keys;
  }

  List<App> apps() {
    return apps;
  }

  void setDefault(Authorization authorization) {
    authorizations.put(authorization.id(), authorization);
    ownDefault = Optional.of(authorization);
  }

  Optional<Authorization> ownDefault() {
    return ownDefault.filter(a -> authorizations.containsKey(a.id()));
  }

  boolean owns(String token) {
    return sessions.containsValue(token)
        || authorizations.values().stream()
            .anyMatch(a -> a.token().map(Secret::reveal).filter(token::equals).isPresent());
  }

  /** The authorizations as a list tells them: first eight, ten asterisks, last four. */
  List<Authorization> masked() {
    return authorizations.values().stream()
        .map(
            a ->
                new Authorization(
                    a.id(),
                    a.description(),
                    a.token().map(FakeAccount::mask),
                    a.expiresIn(),
                    a.scope(),
                    a.client(),
                    a.updatedAt()))
        .toList();
  }

  private static Secret mask(Secret token) {
    String text = token.reveal();
    return Secret.of(
        text.substring(0, MASK_HEAD) + "**********" + text.substring(text.length() - MASK_TAIL));
  }
}
