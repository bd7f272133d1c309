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
final class GitHandler implements HttpHandler, Parts.Part {
  private static final Pattern PATH =
      Pattern.compile("/([a-z][a-z0-9-]*)\\.git/(info/refs|git-upload-pack|git-receive-pack)");
  private static final Pattern SERVICE = Pattern.compile("service=git-(upload|receive)-pack");

  private final State state;
  private final RequestLog log;
  private final GitRepositories repositories;
  private final GitBackend backend = new GitBackend();

  /** Who may do it, and with which app. */
  private record Grant(Account account, App app) {}

  GitHandler(State state, GitRepositories repositories, RequestLog log) {
    this.state = state;
    this.repositories = repositories;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    // The body is streamed to git and no part of the log.
    ApiRequest request =
        new ApiRequest(
            http.getRequestMethod(), http.getRequestURI(), http.getRequestHeaders(), new byte[0]);
    try {
      Grant grant = state.locked(() -> admit(request));
      String user = grant.account().email();
      backend.serve(http, locate(grant.app()), user, status -> log.add("git", request, status));
    } catch (GitRefusal refusal) {
      log.add("git", request, refusal.answer().status());
      new Exchange(http).send(refusal.answer());
    } finally {
      http.close();
    }
  }

  /** Ends what git still does. */
  @Override
  public void close() {
    backend.close();
  }

  private Grant admit(ApiRequest request) {
    Account account =
        request
            .header("Authorization")
            .flatMap(BasicCredentials::parse)
            .flatMap(basic -> state.holderOf(basic.password()))
            .map(Caller::account)
            .orElseThrow(GitRefusal::unauthorized);
    if (account.suspendedAt().isPresent()) {
      throw new GitRefusal(403, "Your account is suspended.");
    }
    Matcher path = PATH.matcher(request.path());
    App app =
        Optional.of(path)
            .filter(Matcher::matches)
            .flatMap(found -> state.app(found.group(1)))
            .orElseThrow(() -> new GitRefusal(404, "There is no such app."));
    if (!app.owner().equals(account.id())) {
      throw new GitRefusal(403, "You do not have access to the app " + app.name() + ".");
    }
    if (path.group(2).equals("info/refs")
        && request.query().filter(query -> SERVICE.matcher(query).matches()).isEmpty()) {
      throw new GitRefusal(403, "Only git's smart HTTP is served.");
    }
    return new Grant(account, app);
  }

  private GitRepositories.Location locate(App app) {
    try {
      return repositories
          .prepare(app.name())
          .orElseThrow(
              () ->
                  new GitRefusal(
                      501, "The sandbox found no git http-backend: git is to be installed."));
    } catch (IOException failed) {
      throw new GitRefusal(500, "The sandbox can't make the repository: " + failed.getMessage());
    }
  }
}
