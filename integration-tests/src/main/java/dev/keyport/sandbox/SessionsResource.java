package dev.keyport.sandbox;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth/sessions}: the browser and SSO logins of the account. */
final class SessionsResource {
  private final State state;
  private final Paging<Authorization> paging;

  SessionsResource(State state, int pageSize) {
    this.state = state;
    this.paging = Paging.byId(pageSize);
  }

  void addTo(Router router) {
    router
        .add("GET", "/oauth/sessions", Access.TOKEN, this::list)
        .add("DELETE", "/oauth/sessions/{session}", Access.IDENTITY, this::delete);
  }

  private Answer list(Call call) {
    return paging.page(call.request(), sessions(call.account()), this::view);
  }

  private Answer delete(Call call) {
    String asked = call.parameter("session");
    Optional<Authorization> found =
        asked.equals("~")
            ? call.caller().authorization().filter(own -> own.session().isPresent())
            : sessions(call.account()).filter(s -> id(s).equals(asked)).findFirst();
    Authorization session = found.orElseThrow(() -> ApiError.noSuch("session"));
    state.authorizations().delete(session);
    return Answer.ok(view(session));
  }

  private Stream<Authorization> sessions(Account account) {
    return state.authorizations().of(account).filter(a -> a.session().isPresent());
  }

  private ObjectNode view(Authorization session) {
    Optional<Long> left = session.access().flatMap(token -> token.secondsLeft(state.now()));
    return Json.object()
        .put("created_at", Json.time(session.createdAt()))
        .put("description", session.description())
        .put("expires_in", left.orElse(null))
        .put("id", id(session))
        .put("updated_at", Json.time(session.updatedAt()));
  }

  private static String id(Authorization session) {
    return session.session().map(UUID::toString).orElseThrow();
  }
}
