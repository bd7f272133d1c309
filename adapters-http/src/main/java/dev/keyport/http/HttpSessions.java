package dev.keyport.http;

import dev.keyport.domain.authorizations.Session;
import dev.keyport.domain.authorizations.SessionsApi;
import dev.keyport.domain.credential.Secret;
import java.util.List;

/** {@code /oauth/sessions}, which the API's published schema leaves out. */
final class HttpSessions implements SessionsApi {
  private final Calls calls;

  HttpSessions(Calls calls) {
    this.calls = calls;
  }

  @Override
  public List<Session> sessions(Secret token) {
    return calls.all(ApiRequest.get(Proof.bearer(token), "oauth", "sessions"), Shapes::session);
  }

  @Override
  public Session endSession(Secret token, String id) {
    return calls.one(
        ApiRequest.delete(Proof.bearer(token), "oauth", "sessions", ApiRequest.checkedId(id)),
        Shapes::session);
  }
}
