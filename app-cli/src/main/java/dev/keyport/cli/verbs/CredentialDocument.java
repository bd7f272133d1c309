package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Json;
import dev.keyport.domain.credential.CredentialId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A credential's id as JSON. */
final class CredentialDocument {
  private CredentialDocument() {}

  static Map<String, @Nullable Object> of(CredentialId id) {
    return new Json.Fields().put("host", id.host().toString()).put("login", id.login()).map();
  }
}
