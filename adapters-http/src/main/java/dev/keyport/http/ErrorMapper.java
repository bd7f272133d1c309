package dev.keyport.http;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import dev.keyport.domain.auth.SecondFactorDemand;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The exception for an answer that is no success. The error's id decides where it is known, then
 * the status.
 */
final class ErrorMapper {
  private static final String DASHBOARD = "https://dashboard.heroku.com/account";

  private final Json json;

  ErrorMapper(Json json) {
    this.json = json;
  }

  /** Throws what the answer means, unless it is a success. */
  void check(ApiRequest request, ApiAnswer answer) {
    if (!answer.isSuccess()) {
      throw map(request, answer);
    }
  }

  ErrorBody body(ApiAnswer answer) {
    return json.error(answer);
  }

  private ApiException map(ApiRequest request, ApiAnswer answer) {
    ErrorBody error = json.error(answer);
    int status = answer.status();
    if (status == 401 || status == 403) {
      return refusal(request, answer, error);
    }
    if (status == 402) {
      return new ApiException.Forbidden(
          failure(answer, error, "the account has to be verified or paid first")
              .withHint("see its billing at " + DASHBOARD + "/billing"));
    }
    if (status == 404) {
      return new ApiException.NotFound(failure(answer, error, "it does not exist"));
    }
    if (status == 429) {
      return new ApiException.RateLimited(
          failure(answer, error, "too many requests; the API takes no more for now")
              .withHint("try again " + when(answer)));
    }
    if (status >= 400 && status < 500) {
      return new ApiException.Invalid(failure(answer, error, "the API did not take the request"));
    }
    if (status >= 500) {
      return new ApiException.Broken(
          failure(answer, error, "the API failed")
              .withHint("try again later; https://status.heroku.com tells of incidents"));
    }
    return Answers.broken(answer, "the API answered with a status that makes no sense here");
  }

  private static ApiException refusal(ApiRequest request, ApiAnswer answer, ErrorBody error) {
    Proof proof = request.proof();
    if (error.isError("device_trust_required")) {
      return new ApiException.Forbidden(
          failure(answer, error, "the account takes no password from a device it doesn't know")
              .withHint(
                  "log in with the browser (keyport login), or turn on a second factor at "
                      + DASHBOARD));
    }
    if (error.isError("mfa_required")) {
      return new ApiException.Forbidden(
          failure(answer, error, "the account takes no password here: it wants a browser login")
              .withHint(
                  "log in with the browser (keyport login), or make a token at "
                      + DASHBOARD
                      + "/applications and give it to keyport login --with-token"));
    }
    if (error.isError("invalid_two_factor_code")) {
      return wrongCode(answer, error);
    }
    boolean codeWanted =
        error.isError("two_factor")
            || answer
                .header("Heroku-Two-Factor-Required")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    if (codeWanted && proof.secondFactor().isPresent()) {
      // Asking once more for what was just given would never end.
      return wrongCode(answer, error);
    }
    if (codeWanted) {
      ApiFailure failure =
          failure(answer, error, "a second-factor code is needed")
              .withHint("give the code that the authenticator shows, or a recovery code");
      return proof.isLogin()
          ? new ApiException.TwoFactorRequired(failure)
          : new ApiException.TwoFactorRequired(
              failure, new SecondFactorDemand(app(answer, error), request.call()));
    }
    if (answer.status() == 401) {
      return proof.isLogin()
          ? new ApiException.Rejected(
              failure(answer, error, "the e-mail address or password was refused")
                  .withHint("check both; an account with single sign-on has no password here"))
          : new ApiException.Rejected(
              failure(answer, error, "the API refused the token")
                  .withHint("it is wrong, revoked or over: log in again with keyport login"));
    }
    return new ApiException.Forbidden(
        failure(answer, error, "this account may not do that")
            .withHint("ask the owner for access, or log in as another account"));
  }

  private static Optional<String> app(ApiAnswer answer, ErrorBody error) {
    return error.app().filter(app -> !answer.secrets().isIn(app));
  }

  private static ApiException.Rejected wrongCode(ApiAnswer answer, ErrorBody error) {
    return new ApiException.Rejected(
        failure(answer, error, "")
            .withMessage("the second-factor code was refused")
            .withHint(
                "a code works once and for half a minute: wait for the next one, check this"
                    + " machine's clock, or use a recovery code"));
  }

  private static String when(ApiAnswer answer) {
    return RetryPolicy.retryAfter(answer)
        .map(time -> "in " + time.toSeconds() + " s")
        .orElse("in a minute");
  }

  private static ApiFailure failure(ApiAnswer answer, ErrorBody error, String otherwise) {
    String message = error.message().map(answer.secrets()::clean).orElse("");
    return new ApiFailure(
        message.isEmpty() ? otherwise : message,
        OptionalInt.of(answer.status()),
        error.id().filter(id -> !answer.secrets().isIn(id)),
        answer.requestId(),
        Optional.empty(),
        null);
  }
}
