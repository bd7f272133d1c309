package dev.keyport.sandbox;

import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param account the account
 * @param authorization the authorization whose token was shown; empty for email and password
 */
record Caller(Account account, Optional<Authorization> authorization) {

  /** Whether the request was made with this authorization's token. */
  boolean uses(Authorization other) {
    return authorization.map(Authorization::id).filter(other.id()::equals).isPresent();
  }
}
