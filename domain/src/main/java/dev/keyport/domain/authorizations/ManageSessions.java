package dev.keyport.domain.authorizations;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.AuthorizedCalls;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.LoginKind;
import java.util.Comparator;
import java.util.List;

/** The account's logins in the browser. */
public final class ManageSessions {
  private static final Naming<Session> NAMING =
      new Naming<>("session", Session::id, Session::description);

  private final AuthApi auth;
  private final SessionsApi api;
  private final AuthorizedCalls calls;

  /**
   * @param auth tells whether a token still works
   * @param api has the sessions
   * @param calls has the token
   */
  public ManageSessions(AuthApi auth, SessionsApi api, AuthorizedCalls calls) {
    this.auth = auth;
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
   * @return it, and whether the login itself went with it
   * @throws dev.keyport.domain.error.NotFoundException when no session is named so
   * @throws dev.keyport.domain.error.UsageException when several are; the hint lists them
   */
  public EndedSession destroy(String name) {
    return calls.callWith(
        found -> {
          Secret token = found.token();
          Session ended =
              api.endSession(
                  token, Naming.isId(name) ? name : NAMING.theOne(name, api.sessions(token)).id());
          return new EndedSession(ended, mayLiveByASession(found) && isDead(token));
        });
  }

  /** The API does not say which session a token is of. */
  private static boolean mayLiveByASession(FoundToken found) {
    return found.metadata().map(known -> known.kind() != LoginKind.PASSWORD).orElse(true);
  }

  private boolean isDead(Secret token) {
    try {
      auth.account(token);
      return false;
    } catch (ApiException.Rejected e) {
      return true;
    } catch (ApiException e) {
      // The session has ended all the same; the next call will tell.
      return false;
    }
  }
}
