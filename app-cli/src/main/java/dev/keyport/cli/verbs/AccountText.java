package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Json;
import dev.keyport.domain.configuration.AccountProfile;
import java.util.List;

/** How an account is told. */
final class AccountText {
  private AccountText() {}

  static List<String> row(AccountProfile account) {
    return List.of(
        account.inUse() ? "*" : "", account.name(), account.account(), account.store().orElse(""));
  }

  static Object document(AccountProfile account) {
    return new Json.Fields()
        .put("name", account.name())
        .put("account", account.account())
        .put("store", account.store())
        .put("current", account.inUse())
        .map();
  }
}
