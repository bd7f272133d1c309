package dev.keyport.domain.keys;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.AuthorizedCalls;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists, adds and removes the account's SSH public keys. */
public final class ManageKeys {
  private final KeysApi api;
  private final AuthorizedCalls calls;

  /**
   * @param api has the keys
   * @param calls has the token
   */
  public ManageKeys(KeysApi api, AuthorizedCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  /** The account's keys. */
  public List<AccountKey> list() {
    return calls.call(api::keys);
  }

  /**
   * Adds a key.
   *
   * @return the key as the account now has it; one that it had already is left as it is
   */
  public AddedKey add(SshPublicKey key) {
    return calls.call(
        token -> {
          Optional<AccountKey> present =
              api.keys(token).stream()
                  .filter(has -> has.fingerprint().equals(key.md5Fingerprint()))
                  .findFirst();
          return present
              .map(has -> new AddedKey(has, false))
              .orElseGet(() -> new AddedKey(api.addKey(token, key), true));
        });
  }

  /**
   * A key of the account after adding it.
   *
   * @param key the key
   * @param added false when the account had it already
   */
  public record AddedKey(AccountKey key, boolean added) {}

  /**
   * Removes the one key that this names.
   *
   * @param name a comment, a fingerprint (MD5 with or without {@code MD5:}, or {@code SHA256:…}),
   *     or an id
   * @throws NotFoundException when it names none; the hint lists those there are
   * @throws UsageException when it names several; the hint lists them
   */
  public AccountKey remove(String name) {
    return calls.call(
        token -> {
          AccountKey key = theOne(name, api.keys(token));
          api.removeKey(token, key.id());
          return key;
        });
  }

  private static AccountKey theOne(String name, List<AccountKey> keys) {
    List<AccountKey> named = keys.stream().filter(key -> names(name, key)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    if (named.isEmpty()) {
      throw new NotFoundException(
          "no key of the account is named \"" + name + "\"",
          keys.isEmpty() ? "the account has no keys" : "its keys are: " + described(keys));
    }
    throw new UsageException(
        "\"" + name + "\" names " + named.size() + " keys; none was removed",
        "name one by its fingerprint or id: " + described(named));
  }

  private static boolean names(String name, AccountKey key) {
    if (name.isEmpty()) {
      return false;
    }
    String md5 = name.startsWith("MD5:") ? name.substring("MD5:".length()) : name;
    return name.equals(key.comment())
        || name.equals(key.id())
        || md5.equalsIgnoreCase(key.fingerprint())
        || (name.startsWith("SHA256:") && key.sha256().filter(name::equals).isPresent());
  }

  private static String described(List<AccountKey> keys) {
    return keys.stream()
        .map(key -> key.fingerprint() + (key.comment().isEmpty() ? "" : " " + key.comment()))
        .collect(Collectors.joining(", "));
  }

  /**
   * Removes every key.
   *
   * @return those that were removed
   * @throws ApiException when the API fails; the message tells of those removed before
   */
  public List<AccountKey> clear() {
    List<AccountKey> removed = new ArrayList<>();
    try {
      calls.call(
          token -> {
            for (AccountKey key : api.keys(token)) {
              if (removeIfPresent(token, key)) {
                removed.add(key);
              }
            }
            return removed;
          });
    } catch (ApiException e) {
      throw removed.isEmpty()
          ? e
          : e.withMessage(e.failure().message() + "; removed before that: " + described(removed));
    }
    return List.copyOf(removed);
  }

  private boolean removeIfPresent(Secret token, AccountKey key) {
    try {
      api.removeKey(token, key.id());
      return true;
    } catch (ApiException.NotFound e) {
      // Somebody else was quicker: it is gone, which is what was wanted.
      return false;
    }
  }
}
