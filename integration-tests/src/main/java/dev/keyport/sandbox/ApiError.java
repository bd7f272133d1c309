package dev.keyport.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** An error answer of the API on its way out of a handler. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  private ApiError(int status, ObjectNode body) {
    this(Answer.json(status, body), body.path("id").asString() + " (" + status + ")");
  }

  private ApiError(Answer answer, String message) {
    super(message, null, false, false);
    this.answer = answer;
  }

  static ApiError of(int status, String id, String message) {
    return new ApiError(status, body(id, message));
  }

  static ApiError badRequest(String message) {
    return of(400, "bad_request", message);
  }

  static ApiError unauthorized(String message) {
    return of(401, "unauthorized", message).with("WWW-Authenticate", Choices.API_CHALLENGE);
  }

  static ApiError forbidden(String message) {
    return of(403, "forbidden", message);
  }

  /** A second factor is needed for the login itself. */
  static ApiError twoFactor() {
    return of(403, "two_factor", "A second authentication factor is required.")
        .with("Heroku-Two-Factor-Required", "true");
  }

  /** A second factor is needed for one app. */
  static ApiError twoFactor(App app) {
    ObjectNode body = body("two_factor", "A second authentication factor is required for app.");
    body.set("app", Json.object().put("id", app.id().toString()).put("name", app.name()));
    return new ApiError(403, body).with("Heroku-Two-Factor-Required", "true");
  }

  static ApiError invalidTwoFactorCode() {
    return of(401, "invalid_two_factor_code", "The two-factor code is wrong or was used before.")
        .with("WWW-Authenticate", Choices.API_CHALLENGE);
  }

  /** An object that doesn't exist or isn't the caller's. */
  static ApiError noSuch(String resource) {
    return new ApiError(
        404, body("not_found", "Couldn't find that " + resource + ".").put("resource", resource));
  }

  static ApiError noSuchPath() {
    return of(404, "not_found", "The requested API endpoint was not found.");
  }

  static ApiError invalid(String message) {
    return of(422, "invalid_params", message);
  }

  Answer answer() {
    return answer;
  }

  private ApiError with(String header, String value) {
    return new ApiError(answer.with(header, value), String.valueOf(getMessage()));
  }

  private static ObjectNode body(String id, String message) {
    return Json.object().put("id", id).put("message", message);
  }
}
