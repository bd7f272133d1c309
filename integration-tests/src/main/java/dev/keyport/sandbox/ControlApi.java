package dev.keyport.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /__sandbox}: the sandbox's own calls, for scripts. They need no credential, are not in the
 * request log and meet no fault; unless told otherwise the server listens on loopback only.
 */
final class ControlApi {
  static final String PREFIX = "/__sandbox/";

  private final Control control;
  private final SeededAccounts accounts;
  private final Supplier<Optional<String>> knownHost;
  private final Faults faults;
  private final RequestLog log;
  private final Router router = new Router();

  ControlApi(
      Control control,
      SeededAccounts accounts,
      Supplier<Optional<String>> knownHost,
      Faults faults,
      RequestLog log) {
    this.knownHost = knownHost;
    this.control = control;
    this.accounts = accounts;
    this.faults = faults;
    this.log = log;
    router
        .add("POST", "/__sandbox/faults", Access.NONE, this::addFault)
        .add("GET", "/__sandbox/faults", Access.NONE, call -> Answer.ok(waiting()))
        .add("DELETE", "/__sandbox/faults", Access.NONE, this::clearFaults)
        .add("GET", "/__sandbox/requests", Access.NONE, this::requests)
        .add("DELETE", "/__sandbox/requests", Access.NONE, this::clearRequests)
        .add("GET", "/__sandbox/tokens", Access.NONE, this::tokens)
        .add("POST", "/__sandbox/tokens", Access.NONE, this::changeTokens)
        .add("POST", "/__sandbox/rate-limit", Access.NONE, this::rateLimit)
        .add("POST", "/__sandbox/suspend", Access.NONE, this::suspend)
        .add("GET", "/__sandbox/code", Access.NONE, this::code)
        .add("GET", "/__sandbox/logins", Access.NONE, call -> Answer.ok(logins()))
        .add("POST", "/__sandbox/logins", Access.NONE, this::decideLogins)
        .add("GET", "/__sandbox/accounts", Access.NONE, call -> Answer.ok(accounts()))
        .add("GET", "/__sandbox/known_hosts", Access.NONE, call -> knownHosts())
        .add("GET", "/__sandbox/health", Access.NONE, call -> Answer.ok(Json.object()));
  }

  Answer answer(ApiRequest request) {
    try {
      Router.Match match =
          router.match(request.method(), request.segments()).orElseThrow(ApiError::noSuchPath);
      Call call = new Call(request, match.parameters(), Optional.empty());
      return match.route().handler().answer(call);
    } catch (ApiError error) {
      return error.answer();
    } catch (IllegalArgumentException unknown) {
      return ApiError.invalid(String.valueOf(unknown.getMessage())).answer();
    }
  }

  private Answer addFault(Call call) {
    faults.add(FaultReader.read(call.body()));
    return Answer.created(waiting());
  }

  private Answer clearFaults(Call call) {
    faults.clear();
    return Answer.ok(waiting());
  }

  private ObjectNode waiting() {
    ArrayNode list = Json.array();
    faults
        .list()
        .forEach(
            fault ->
                list.add(
                    Json.object()
                        .put("kind", fault.kind().jsonName())
                        .put("method", fault.method())
                        .put("path", fault.path())
                        .put("times", fault.times())));
    ObjectNode body = Json.object();
    body.set("faults", list);
    return body;
  }

  private Answer requests(Call call) {
    ArrayNode list = Json.array();
    log.list().forEach(entry -> list.add(entry.toJson()));
    return Answer.ok(list);
  }

  private Answer clearRequests(Call call) {
    log.clear();
    return Answer.ok(Json.array());
  }

  private Answer tokens(Call call) {
    String email =
        call.request()
            .parameter("email")
            .orElseThrow(() -> ApiError.invalid("Require params: email."));
    return Answer.ok(view(control.live(email)));
  }

  /** Acts on all live authorizations of an account, or on the one whose id is given. */
  private Answer changeTokens(Call call) {
    ObjectNode body = call.body();
    String email = Values.required(body, "email");
    String action = Values.required(body, "action");
    if (action.equals("issue")) {
      AuthorizationRequest asked = AuthorizationRequest.read(body);
      return Answer.created(view(List.of(control.issue(email, asked.scope(), asked.lifetime()))));
    }
    Control.Action known =
        Arrays.stream(Control.Action.values())
            .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).equals(action))
            .findFirst()
            .orElseThrow(
                () -> ApiError.invalid("The action is revoke, expire, regenerate or issue."));
    Optional<String> id = Values.text(body, "id");
    return Answer.ok(
        view(control.act(known, email, live -> id.map(live.id().toString()::equals).orElse(true))));
  }

  private Answer rateLimit(Call call) {
    ObjectNode body = call.body();
    if (Values.flag(body, "unlimited").orElse(false)) {
      control.liftRateLimit(Values.required(body, "email"));
      return Answer.ok(Json.object());
    }
    if (!body.path("remaining").isIntegralNumber()) {
      throw ApiError.invalid("The parameter remaining must be a whole number.");
    }
    control.setRateLimit(Values.required(body, "email"), body.path("remaining").intValue());
    return Answer.ok(Json.object());
  }

  private Answer suspend(Call call) {
    control.suspend(Values.required(call.body(), "email"));
    return Answer.ok(Json.object());
  }

  private ArrayNode logins() {
    ArrayNode list = Json.array();
    control
        .pendingLogins()
        .forEach(
            login ->
                list.add(
                    Json.object()
                        .put("awaited", login.awaited())
                        .put("description", login.description())
                        .put("id", login.id().toString())
                        .put("page", login.page().toString())));
    return list;
  }

  /** Lets in or refuses all browser logins that wait, or the one whose id is given. */
  private Answer decideLogins(Call call) {
    ObjectNode body = call.body();
    Optional<String> id = Values.text(body, "id");
    String action = Values.required(body, "action");
    Consumer<String> decide =
        switch (action) {
          case "approve" -> {
            String email = Values.required(body, "email");
            yield login -> control.approveLogin(login, email);
          }
          case "deny" -> {
            String message = Values.text(body, "message").orElse(Choices.DENIED);
            yield login -> control.denyLogin(login, message);
          }
          default -> throw ApiError.invalid("The action is approve or deny.");
        };
    ArrayNode decided = logins();
    id.map(List::of)
        .orElseGet(() -> control.pendingLogins().stream().map(l -> l.id().toString()).toList())
        .forEach(decide);
    return Answer.ok(decided);
  }

  private Answer knownHosts() {
    return knownHost
        .get()
        .map(line -> Answer.text(200, "text/plain; charset=utf-8", line + "\n"))
        .orElseThrow(() -> ApiError.noSuch("ssh"));
  }

  private ArrayNode accounts() {
    ArrayNode list = Json.array();
    accounts.all().forEach(account -> list.add(view(account)));
    return list;
  }

  private static ObjectNode view(SeededAccount account) {
    ArrayNode codes = Json.array();
    account.recoveryCodes().forEach(codes::add);
    ObjectNode view =
        Json.object()
            .put("default_token", account.defaultToken().orElse(null))
            .put("email", account.email())
            .put("password", account.password())
            .put("totp_secret", account.totpSecret().orElse(null));
    view.set("recovery_codes", codes);
    return view;
  }

  private Answer code(Call call) {
    String email =
        call.request()
            .parameter("email")
            .orElseThrow(() -> ApiError.invalid("Require params: email."));
    return Answer.ok(Json.object().put("code", control.code(email)));
  }

  private static ArrayNode view(List<LiveAuthorization> authorizations) {
    ArrayNode list = Json.array();
    authorizations.forEach(
        live ->
            list.add(
                Json.object()
                    .put("description", live.description())
                    .put("id", live.id().toString())
                    .put("session", live.session())
                    .put("token", live.token())));
    return list;
  }
}
