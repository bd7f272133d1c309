package dev.keyport.it;

import dev.keyport.sandbox.LiveAuthorization;
import dev.keyport.sandbox.Sandbox;
import dev.keyport.sandbox.SeededAccount;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The secrets that a sandbox has had, and names to show in their place. What a command printed is
 * compared and reported by these names, so that no failure message has a secret in it.
 */
final class Secrets {
  static final String PASSWORD = "<password>";
  static final String TOKEN = "<token>";
  static final String DEFAULT_TOKEN = "<default token>";
  static final String RECOVERY_CODE = "<recovery code>";

  /** What every name begins with, and nothing that the command prints does. */
  private static final List<String> NAMES = List.of(PASSWORD, TOKEN, DEFAULT_TOKEN, RECOVERY_CODE);

  private final Supplier<Stream<String>> liveTokens;
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** Those of a sandbox elsewhere, which is asked for the tokens that work. */
  Secrets(Supplier<Stream<String>> liveTokens) {
    this.liveTokens = liveTokens;
  }

  Secrets(Sandbox sandbox) {
    this(
        () ->
            accounts(sandbox)
                .flatMap(account -> sandbox.liveAuthorizations(account.email()).stream())
                .map(LiveAuthorization::token));
    accounts(sandbox)
        .forEach(
            account -> {
              names.put(account.password(), PASSWORD);
              account.recoveryCodes().forEach(code -> names.put(code, RECOVERY_CODE));
              account.defaultToken().ifPresent(token -> names.put(token, DEFAULT_TOKEN));
            });
  }

  /** Also hides this. */
  void add(String secret, String name) {
    names.putIfAbsent(secret, name);
  }

  /** Also hides the tokens that work now. */
  void learn() {
    liveTokens.get().forEach(token -> names.putIfAbsent(token, TOKEN));
  }

  /** The text with a name in the place of each secret. */
  String mask(String text) {
    String masked = text;
    for (Map.Entry<String, String> secret : names.entrySet()) {
      masked = masked.replace(secret.getKey(), secret.getValue());
    }
    return masked;
  }

  /** Whether a masked text had a secret in it. */
  static boolean anyIn(String masked) {
    return NAMES.stream().anyMatch(masked::contains);
  }

  private static Stream<SeededAccount> accounts(Sandbox sandbox) {
    var all = sandbox.accounts();
    return Stream.of(
        all.main(),
        all.otp(),
        all.mfa(),
        all.device(),
        all.suspended(),
        all.other(),
        all.federated());
  }
}
