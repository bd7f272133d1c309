package dev.keyport.domain.auth;

import java.util.Objects;

/**
 * The account a token belongs to.
 *
 * @param id the account's id, a uuid
 * @param email its address, which is the login stored with its tokens
 * @param twoFactor whether a second factor is asked for at login
 */
public record Account(String id, String email, boolean twoFactor) {
  public Account {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(email, "email");
  }
}
