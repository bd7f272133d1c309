package dev.keyport.files;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.TokenFingerprint;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Metadata as JDK properties; times as ISO-8601 instants, the kind in lower case. */
final class MetadataFormat {
  private MetadataFormat() {}

  static byte[] write(StoreSpec store, CredentialId id, Metadata metadata) {
    Properties properties = new Properties();
    properties.setProperty("store", store.toString());
    properties.setProperty("host", id.host().toString());
    properties.setProperty("login", id.login());
    properties.setProperty("kind", metadata.kind().name().toLowerCase(Locale.ROOT));
    metadata.authorizationId().ifPresent(value -> properties.setProperty("authorization", value));
    metadata.expiresAt().ifPresent(at -> properties.setProperty("expires", at.toString()));
    properties.setProperty("salt", metadata.fingerprint().salt());
    properties.setProperty("fingerprint", metadata.fingerprint().digest());
    return Noted.bytes(properties);
  }

  /** Empty unless the bytes are whole and about exactly this credential. */
  static Optional<Metadata> read(byte[] bytes, StoreSpec store, CredentialId id) {
    try {
      Properties properties = Noted.properties(bytes);
      boolean ours =
          store.toString().equals(properties.getProperty("store"))
              && id.host().toString().equals(properties.getProperty("host"))
              && id.login().equals(properties.getProperty("login"));
      return ours ? Optional.of(metadata(properties)) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Metadata metadata(Properties properties) {
    String salt = Noted.required(properties, "salt");
    HexFormat.of().parseHex(salt);
    return new Metadata(
        LoginKind.valueOf(Noted.required(properties, "kind").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(properties.getProperty("authorization")),
        Optional.ofNullable(properties.getProperty("expires")).map(Instant::parse),
        new TokenFingerprint(salt, Noted.required(properties, "fingerprint")));
  }
}
