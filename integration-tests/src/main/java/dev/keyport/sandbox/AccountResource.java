package dev.keyport.sandbox;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /account} and {@code /users}: the person. */
final class AccountResource {
  private final State state;
  private final RateLimiter rateLimiter;
  private final SecondFactor secondFactor;

  AccountResource(State state, RateLimiter rateLimiter, SecondFactor secondFactor) {
    this.state = state;
    this.rateLimiter = rateLimiter;
    this.secondFactor = secondFactor;
  }

  void addTo(Router router) {
    router
        .add("GET", "/account", Access.IDENTITY, call -> show(call.account()))
        .add("PATCH", "/account", Access.TOKEN, this::update)
        .add("GET", "/account/rate-limits", Access.IDENTITY, this::rateLimits)
        .add("POST", "/account/recovery-codes", Access.TOKEN, this::replaceRecoveryCodes)
        .add("GET", "/users/{user}", Access.IDENTITY, this::user);
  }

  private Answer user(Call call) {
    Account account = call.account();
    String asked = call.parameter("user");
    Set<String> own = Set.of("~", account.id().toString(), account.email());
    if (!own.contains(asked)) {
      throw ApiError.noSuch("user");
    }
    return show(account);
  }

  private Answer update(Call call) {
    ObjectNode body = call.body();
    Account account = call.account();
    Optional<String> name = body.has("name") ? Values.text(body, "name") : account.name();
    return show(
        state
            .accounts()
            .put(
                account.withProfile(
                    name,
                    Values.flag(body, "allow_tracking").orElse(account.allowTracking()),
                    Values.flag(body, "beta").orElse(account.beta()),
                    state.now())));
  }

  private Answer rateLimits(Call call) {
    return Answer.ok(Json.object().put("remaining", rateLimiter.remaining(call.account())));
  }

  private Answer replaceRecoveryCodes(Call call) {
    boolean passwordGiven =
        call.request()
            .header("Heroku-Password")
            .filter(call.account().login().password()::equals)
            .isPresent();
    if (!passwordGiven) {
      secondFactor.redeem(call.account(), call.request());
    }
    Set<String> codes = state.secrets().recoveryCodes();
    Account current = state.accounts().find(call.account().id()).orElseThrow();
    state.accounts().put(current.withLogin(current.login().withRecoveryCodes(codes)));
    ArrayNode body = Json.array();
    codes.forEach(body::add);
    return Answer.ok(body);
  }

  private static Answer show(Account account) {
    ObjectNode body =
        Json.object()
            .put("allow_tracking", account.allowTracking())
            .put("beta", account.beta())
            .putNull("country_of_residence")
            .put("created_at", Json.time(account.createdAt()))
            .putNull("default_organization")
            .putNull("default_team")
            .putNull("delinquent_at")
            .put("email", account.email())
            .put("federated", account.login().policy() == PasswordPolicy.FEDERATED)
            .put("id", account.id().toString())
            .putNull("identity_provider")
            .put("last_login", account.lastLogin().map(Json::time).orElse(null))
            .put("name", account.name().orElse(null))
            .putNull("sms_number")
            .put("suspended_at", account.suspendedAt().map(Json::time).orElse(null))
            .put("two_factor_authentication", hasSecondFactor(account))
            .put("updated_at", Json.time(account.updatedAt()))
            .put("verified", true);
    return Answer.ok(body).withLastModified(account.updatedAt());
  }

  private static boolean hasSecondFactor(Account account) {
    return account.login().totp().isPresent()
        || account.login().policy() == PasswordPolicy.MFA_REQUIRED;
  }
}
