package dev.keyport.domain.authorizations;

import java.util.Objects;

/**
 * A session that was ended.
 *
 * @param session it, as it was
 * @param wasOwn whether the token that asked for it lived by it, and is dead now
 */
public record EndedSession(Session session, boolean wasOwn) {
  public EndedSession {
    Objects.requireNonNull(session, "session");
  }
}
