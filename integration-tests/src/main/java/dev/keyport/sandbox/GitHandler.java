package dev.keyport.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The git host: smart HTTP for the apps of the account whose token comes as the password of Basic.
 */
final class GitHandler implements HttpHandler {
  private static final Pattern PATH =
      Pattern.compile("/([a-z][a-z0-9-]*)\\.git/(info/refs|git-upload-pack|git-receive-pack)");
  private static final Pattern SERVICE = Pattern.compile("service=git-(upload|receive)-pack");

  private final State state;
  private final Optional<GitBackend> backend;
  private final RequestLog log;

  GitHandler(State state, Optional<GitBackend> backend, RequestLog log) {
    this.state = state;
    this.backend = backend;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    // The body is streamed to git and no part of the log.
    ApiRequest request =
        new ApiRequest(
            http.getRequestMethod(), http.getRequestURI(), http.getRequestHeaders(), new byte[0]);
    try {
      Optional<Answer> refusal = state.locked(() -> refusal(request));
      if (refusal.isPresent() || backend.isEmpty()) {
        Answer answer = refusal.orElseGet(GitHandler::noGit);
        log.add("git", request, answer.status());
        new Exchange(http).send(answer);
      } else {
        backend.get().serve(http, user(request), status -> log.add("git", request, status));
      }
    } finally {
      http.close();
    }
  }

  /** Why the request isn't let in; empty when it is. */
  private Optional<Answer> refusal(ApiRequest request) {
    Optional<Account> account = account(request);
    if (account.isEmpty()) {
      return Optional.of(
          text(401, "Invalid credentials.").with("WWW-Authenticate", Choices.GIT_CHALLENGE));
    }
    if (account.get().suspendedAt().isPresent()) {
      return Optional.of(text(403, "Your account is suspended."));
    }
    Matcher path = PATH.matcher(request.path());
    Optional<App> app = path.matches() ? state.app(path.group(1)) : Optional.empty();
    if (app.isEmpty()) {
      return Optional.of(text(404, "There is no such app."));
    }
    if (!app.get().owner().equals(account.get().id())) {
      return Optional.of(text(403, "You do not have access to the app " + app.get().name() + "."));
    }
    boolean dumb =
        path.group(2).equals("info/refs")
            && request.query().filter(query -> SERVICE.matcher(query).matches()).isEmpty();
    return dumb ? Optional.of(text(403, "Only git's smart HTTP is served.")) : Optional.empty();
  }

  private Optional<Account> account(ApiRequest request) {
    return request
        .header("Authorization")
        .flatMap(BasicCredentials::parse)
        .flatMap(basic -> state.holderOf(basic.password()))
        .map(Caller::account);
  }

  private String user(ApiRequest request) {
    return state.locked(() -> account(request).map(Account::email).orElse(""));
  }

  private static Answer noGit() {
    return text(501, "The sandbox found no git http-backend; install git and start it again.");
  }

  private static Answer text(int status, String message) {
    return Answer.text(status, "text/plain; charset=utf-8", message + "\n");
  }
}
