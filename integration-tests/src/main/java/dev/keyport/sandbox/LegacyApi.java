package dev.keyport.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is left of the API of 2014, for programs of that time: the password exchanged for the API
 * key, and the public keys. Its errors are an object with {@code error}, and its paths are of no
 * later version, so that no Accept tells them apart.
 */
final class LegacyApi {
  private static final String INVALID_CODE = "invalid_two_factor_code";

  private final State state;
  private final Authenticator authenticator;
  private final RateLimiter rateLimiter;
  private final Router router = new Router();

  LegacyApi(State state, Authenticator authenticator, RateLimiter rateLimiter) {
    this.state = state;
    this.authenticator = authenticator;
    this.rateLimiter = rateLimiter;
    router
        .add("POST", "/login", Access.NONE, this::logIn)
        .add("GET", "/user/keys", Access.TOKEN, this::keys)
        .add("POST", "/user/keys", Access.TOKEN, this::addKey)
        .add("DELETE", "/user/keys", Access.TOKEN, call -> remove(own(call).toList()))
        .add("DELETE", "/user/keys/{comment}", Access.TOKEN, this::removeKey);
  }

  /** Whether it, and not the API of today, answers the request. */
  boolean serves(ApiRequest request) {
    String path = request.path();
    return path.equals("/login") || path.equals("/user/keys") || path.startsWith("/user/keys/");
  }

  /** Answers one request. Safe for use by several threads. */
  Answer answer(ApiRequest request) {
    return state.locked(
        () -> {
          try {
            return checked(request);
          } catch (ApiError error) {
            return inOldForm(error.answer());
          }
        });
  }

  private Answer checked(ApiRequest request) {
    Router.Match match =
        router.match(request.method(), request.segments()).orElseThrow(ApiError::noSuchPath);
    Access access = match.route().access();
    Optional<Caller> caller = authenticator.authenticate(request, access);
    if (caller.isPresent()) {
      if (!rateLimiter.take(caller.get().account())) {
        throw ApiError.of(429, "rate_limit", "Your account reached the API rate limit.");
      }
      List<String> scope = caller.get().authorization().map(Authorization::scope).orElse(List.of());
      if (!access.permits(scope)) {
        throw ApiError.forbidden("The scope of this token doesn't allow the request.");
      }
    }
    return match.route().handler().answer(new Call(request, match.parameters(), caller));
  }

  private Answer logIn(Call call) {
    ApiRequest form = call.request();
    BasicCredentials given =
        new BasicCredentials(
            form.formField("username").orElse(""), form.formField("password").orElse(""));
    Account account =
        authenticator
            .logIn(given, form)
            .map(Caller::account)
            .orElseThrow(() -> ApiError.unauthorized("Login failed."));
    String key = state.defaultAuthorization(account).access().map(Token::value).orElseThrow();
    return Answer.ok(Json.object().put("api_key", key).put("email", account.email()));
  }

  private Answer keys(Call call) {
    ArrayNode list = Json.array();
    own(call).forEach(key -> list.add(view(key)));
    return Answer.ok(list);
  }

  /** The body is the line of the key itself. */
  private Answer addKey(Call call) {
    String line = new String(call.request().body(), StandardCharsets.UTF_8);
    return Answer.ok(view(KeysResource.add(state, call.account(), line)));
  }

  private Answer removeKey(Call call) {
    String comment = call.parameter("comment");
    List<SshKey> named = own(call).filter(key -> key.comment().equals(comment)).toList();
    if (named.isEmpty()) {
      throw ApiError.noSuch("key");
    }
    return remove(named);
  }

  private Answer remove(List<SshKey> keys) {
    keys.forEach(state.keys()::remove);
    return Answer.ok(Json.object());
  }

  private Stream<SshKey> own(Call call) {
    return state.keys().stream().filter(key -> key.account().equals(call.account().id()));
  }

  private static ObjectNode view(SshKey key) {
    return Json.object().put("contents", key.publicKey()).put("email", key.comment());
  }

  /** The id of an error was known to clients of that time for a wrong code alone. */
  private static Answer inOldForm(Answer answer) {
    var body = Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    ObjectNode old = Json.object().put("error", body.path("message").asString());
    if (body.path("id").asString().equals(INVALID_CODE)) {
      old.put("id", INVALID_CODE);
    }
    return answer.withBody(Json.write(old));
  }
}
