package dev.keyport.domain.authorizations;

import dev.keyport.domain.auth.AuthorizedCalls;
import java.util.Comparator;
import java.util.List;

/** The account's logins in the browser. */
public final class ManageSessions {
  private static final Naming<Session> NAMING =
      new Naming<>("session", Session::id, Session::description);

  private final SessionsApi api;
  private final AuthorizedCalls calls;

  /**
   * @param api has the sessions
   * @param calls has the token
   */
  public ManageSessions(SessionsApi api, AuthorizedCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  /** The account's sessions by description. */
  public List<Session> list() {
    return calls.call(
        token ->
            api.sessions(token).stream()
                .sorted(Comparator.comparing(Session::description).thenComparing(Session::id))
                .toList());
  }

  /**
   * Ends the session of this id, or of a description that only one has.
   *
   * @return it, as it was
   * @throws dev.keyport.domain.error.NotFoundException when no session is named so
   * @throws dev.keyport.domain.error.UsageException when several are; the hint lists them
   */
  public Session destroy(String name) {
    return calls.call(
        token ->
            api.endSession(
                token, Naming.isId(name) ? name : NAMING.theOne(name, api.sessions(token)).id()));
  }
}
