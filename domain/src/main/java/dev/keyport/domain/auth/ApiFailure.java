package dev.keyport.domain.auth;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failed call.
 *
 * @param message what happened, for a person: the API's own message where it sent one; no secret
 * @param status the HTTP status; empty when no answer came
 * @param errorId the API's name for the error, as {@code unauthorized}; empty when it sent none
 * @param requestId the answer's Request-Id, which Heroku's support asks for; empty when there is
 *     none
 * @param hint the way out
 * @param cause what raised it
 */
public record ApiFailure(
    String message,
    OptionalInt status,
    Optional<String> errorId,
    Optional<String> requestId,
    Optional<String> hint,
    @Nullable Throwable cause) {
  public ApiFailure {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(errorId, "errorId");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(hint, "hint");
  }

  /** A failure of which only this is known. */
  public static ApiFailure of(String message) {
    return new ApiFailure(
        message, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), null);
  }

  /** The same with a way out in place of what hint there was. */
  public ApiFailure withHint(String text) {
    return new ApiFailure(message, status, errorId, requestId, Optional.of(text), cause);
  }

  /** The same with another message. */
  public ApiFailure withMessage(String text) {
    return new ApiFailure(text, status, errorId, requestId, hint, cause);
  }

  /** The message, and in brackets the error id and Request-Id where they are known. */
  String described() {
    StringBuilder text = new StringBuilder(message);
    String open = " (";
    if (status.isPresent()) {
      text.append(open).append("status ").append(status.getAsInt());
      open = ", ";
    }
    if (errorId.isPresent()) {
      text.append(open).append("error ").append(errorId.get());
      open = ", ";
    }
    if (requestId.isPresent()) {
      text.append(open).append("Request-Id ").append(requestId.get());
      open = ", ";
    }
    if (open.equals(" (")) {
      return message;
    }
    if (message.endsWith(".")) {
      text.deleteCharAt(message.length() - 1);
    }
    return text.append(')').toString();
  }
}
