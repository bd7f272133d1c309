package dev.keyport.domain.moving;

import dev.keyport.domain.credential.CredentialId;
import java.util.Objects;
import java.util.Optional;

/**
 * What keeps one credential from being moved. No secret is in it.
 *
 * @param id which credential
 * @param kind what kind of obstacle
 * @param what what is so, in a sentence that names the credential and the store
 * @param wayOut what to do about it; empty when there is nothing to say
 */
public record Obstacle(CredentialId id, Kind kind, String what, Optional<String> wayOut) {
  public Obstacle {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(wayOut, "wayOut");
  }

  /** The kinds of obstacle. */
  public enum Kind {
    /** The target has this login with another secret. */
    OTHER_SECRET("other-secret"),
    /** The target keeps one login a host, and has another one's. */
    OTHER_LOGIN("other-login"),
    /** The target can't hold it. */
    NOT_HELD("not-held"),
    /** Another program changed it while it was being moved. */
    CHANGED("changed"),
    /** Another program removed it while it was being moved. */
    GONE("gone");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** A stable name, in kebab-case ASCII. */
    public String word() {
      return word;
    }
  }
}
