package dev.keyport.http;

import dev.keyport.domain.apps.App;
import dev.keyport.domain.auth.Account;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.authorizations.OAuthClient;
import dev.keyport.domain.authorizations.Session;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.keys.AccountKey;
import java.time.Duration;
import java.util.Optional;

/** The API's objects as the domain has them; fields unknown here are passed over. */
final class Shapes {
  private Shapes() {}

  static Account account(JsonObject json) throws UnexpectedShapeException {
    return new Account(json.id(), json.word("email"), json.flag("two_factor_authentication"));
  }

  static Authorization authorization(JsonObject json) throws UnexpectedShapeException {
    Optional<Secret> token = Optional.empty();
    Optional<Duration> expiresIn = Optional.empty();
    Optional<JsonObject> access = json.optionalObject("access_token");
    if (access.isPresent()) {
      token = access.get().optionalText("token").filter(text -> !text.isEmpty()).map(Secret::of);
      expiresIn = access.get().seconds("expires_in");
    }
    Optional<JsonObject> client = json.optionalObject("client");
    return new Authorization(
        json.id(),
        json.label("description"),
        token,
        expiresIn,
        json.labels("scope"),
        client.isPresent() ? Optional.of(client.get().label("name")) : Optional.empty(),
        json.instant("updated_at"));
  }

  /** An authorization just created: its token is there in full, and can be sent in a header. */
  static Authorization created(JsonObject json) throws UnexpectedShapeException {
    Authorization authorization = authorization(json);
    if (authorization.token().filter(Secret::isVisibleAscii).isEmpty()) {
      throw new UnexpectedShapeException("access_token.token is missing, or is no token");
    }
    return authorization;
  }

  static AccountKey key(JsonObject json) throws UnexpectedShapeException {
    return new AccountKey(
        json.id(),
        json.text("public_key").strip(),
        json.label("comment"),
        json.word("fingerprint"));
  }

  static Session session(JsonObject json) throws UnexpectedShapeException {
    return new Session(
        json.id(),
        json.label("description"),
        json.seconds("expires_in"),
        json.instant("created_at"));
  }

  static OAuthClient client(JsonObject json) throws UnexpectedShapeException {
    return new OAuthClient(
        json.id(),
        json.label("name"),
        json.label("redirect_uri"),
        json.optionalText("secret").filter(text -> !text.isEmpty()).map(Secret::of),
        json.instant("created_at"),
        json.instant("updated_at"));
  }

  /** A client just made: its secret is there, and can be printed on a line. */
  static OAuthClient clientWithSecret(JsonObject json) throws UnexpectedShapeException {
    OAuthClient client = client(json);
    if (client.secret().filter(Secret::isVisibleAscii).isEmpty()) {
      throw new UnexpectedShapeException("secret is missing, or is none");
    }
    return client;
  }

  static App app(JsonObject json) throws UnexpectedShapeException {
    return new App(
        json.id(),
        json.word("name"),
        json.object("owner").word("email"),
        json.object("region").word("name"),
        json.label("git_url"),
        json.label("web_url"));
  }
}
