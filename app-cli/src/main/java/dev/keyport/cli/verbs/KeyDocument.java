package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Json;
import dev.keyport.domain.keys.AccountKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key as JSON. */
final class KeyDocument {
  private KeyDocument() {}

  static Map<String, @Nullable Object> of(AccountKey key) {
    return new Json.Fields()
        .put("id", key.id())
        .put("comment", key.comment())
        .put("fingerprint", key.fingerprint())
        .put("sha256", key.sha256())
        .put("public_key", key.publicKey())
        .map();
  }
}
