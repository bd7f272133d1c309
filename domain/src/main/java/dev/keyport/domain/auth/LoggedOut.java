package dev.keyport.domain.auth;

import dev.keyport.domain.credential.CredentialId;
import java.util.List;
import java.util.Objects;

/**
 * A login that is no longer stored.
 *
 * @param account whose it was; empty where the entry named nobody
 * @param removed the entries that are gone
 * @param revocation what became of its token at the API
 */
public record LoggedOut(String account, List<CredentialId> removed, Revocation revocation) {
  public LoggedOut {
    Objects.requireNonNull(account, "account");
    removed = List.copyOf(removed);
    Objects.requireNonNull(revocation, "revocation");
  }
}
