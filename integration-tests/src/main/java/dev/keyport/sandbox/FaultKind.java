package dev.keyport.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What goes wrong. Whether the request still takes effect is part of the kind. */
public enum FaultKind {
  /** The answer is right and late. It takes effect. */
  LATENCY(true),
  /** The fault's own status and body. No effect. */
  STATUS(false),
  /** The connection ends before any answer. No effect. */
  DROP(false),
  /** It takes effect, and then the connection ends before any answer. */
  DROP_AFTER(true),
  /** It takes effect, and half of the announced body arrives. */
  TRUNCATED(true),
  /** 200 with a body that stops in the middle of a JSON object. No effect. */
  BAD_JSON(false),
  /** 200 with an HTML page, as a captive portal answers. No effect. */
  HTML(false),
  /** The right answer called text/plain. It takes effect. */
  WRONG_CONTENT_TYPE(true),
  /** 200 with no body. No effect. */
  EMPTY(false),
  /** 200 with a valid JSON object of 10 MB. No effect. */
  HUGE(false),
  /** 301 to the fault's location. No effect. */
  REDIRECT(false),
  /** 429, with Retry-After when the fault has it. No effect. */
  RATE_LIMIT(false),
  /** It takes effect, and then 500 is answered. */
  ERROR_AFTER(true);

  private final boolean takesEffect;

  FaultKind(boolean takesEffect) {
    this.takesEffect = takesEffect;
  }

  /** Whether the request is carried out all the same. */
  public boolean takesEffect() {
    return takesEffect;
  }

  /** The name used in JSON, such as {@code bad_json}. */
  String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FaultKind> ofJsonName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.jsonName().equals(name)).findFirst();
  }
}
