package dev.keyport.sandbox;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The browser login service, at cli-auth.heroku.com in the real world: a command begins a login and
 * waits for its outcome, a person finishes it on a page. And the page of sso.heroku.com on which a
 * federated person finds a token to copy.
 */
final class LoginService {
  private static final String BEARER = "Bearer ";

  private final BrowserLogins logins;
  private final Router router = new Router();

  LoginService(BrowserLogins logins, BrowserPage page, SsoPage sso) {
    this.logins = logins;
    router
        .add("POST", "/auth", Access.NONE, this::begin)
        .add("GET", "/auth/cli/{login}", Access.NONE, this::await)
        .add("GET", "/auth/browser/{login}", Access.NONE, page::show)
        .add("POST", "/auth/browser/{login}", Access.NONE, page::submit)
        .add("GET", "/saml/{org}/init", Access.NONE, sso::show);
  }

  /** Whether it, and not the API, answers the request. */
  boolean serves(ApiRequest request) {
    String path = request.path();
    return path.equals("/auth") || path.startsWith("/auth/") || path.startsWith("/saml/");
  }

  /** Answers one request; it may take until a person has decided. */
  Answer answer(ApiRequest request) {
    try {
      return router
          .match(request.method(), request.segments())
          .map(m -> m.route().handler().answer(new Call(request, m.parameters(), Optional.empty())))
          .orElseGet(() -> error(404, "There is no such path."));
    } catch (ApiError wrong) {
      return error(wrong.answer().status(), String.valueOf(wrong.getMessage()));
    }
  }

  private Answer begin(Call call) {
    BrowserLogin login = logins.begin(Values.text(call.body(), "description").orElse(""));
    return Answer.created(
        Json.object()
            .put("browser_url", BrowserPage.path(login))
            .put("cli_url", "/auth/cli/" + login.id())
            .put("token", login.token()));
  }

  private Answer await(Call call) {
    Optional<BrowserLogin> found = logins.find(call.parameter("login"));
    if (found.isEmpty()) {
      return error(404, "There is no such login.");
    }
    BrowserLogin login = found.get();
    if (!call.request().header("Authorization").orElse("").equals(BEARER + login.token())) {
      return error(401, "This is not the token of the login.");
    }
    if (logins.isExpired(login)) {
      logins.fail(login, Choices.LOGIN_TIMED_OUT);
    }
    return Answer.ok(outcome(login));
  }

  private ObjectNode outcome(BrowserLogin login) {
    try {
      return login.outcome().get(Choices.BROWSER_LOGIN_LIFE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      logins.fail(login, Choices.LOGIN_TIMED_OUT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("an outcome never fails", impossible);
    }
    return Json.object().put("error", Choices.LOGIN_TIMED_OUT);
  }

  private static Answer error(int status, String message) {
    return Answer.json(status, Json.object().put("error", message));
  }
}
