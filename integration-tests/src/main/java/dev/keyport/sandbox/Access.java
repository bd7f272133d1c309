package dev.keyport.sandbox;

import java.util.List;
import java.util.Set;

/** Which credential a route asks for. */
enum Access {
  /** None; the request's own contents prove the caller. */
  NONE,
  /** A token is honoured when there is one, and nobody is refused for lack of it. */
  OPTIONAL,
  /** A live token that may do everything, or an account's email and password: the login. */
  TOKEN_OR_PASSWORD,
  /** A live token that may do everything. */
  TOKEN,
  /** A live token that may use apps. */
  APPS,
  /** Any live token: who am I is answered to all. */
  IDENTITY;

  private static final Set<String> APP_SCOPES =
      Set.of("global", "read", "write", "read-protected", "write-protected");

  /** Whether a token of these scopes is enough. */
  boolean permits(List<String> granted) {
    return switch (this) {
      case NONE, OPTIONAL, IDENTITY -> true;
      case APPS -> granted.stream().anyMatch(APP_SCOPES::contains);
      case TOKEN, TOKEN_OR_PASSWORD -> granted.contains("global");
    };
  }
}
