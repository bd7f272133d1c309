package dev.keyport.domain.error;

/**
 * What went wrong, as a name that never changes. Scripts and embedders compare this, never a
 * message.
 */
public enum ErrorCode {
  /** Anything without a code of its own. */
  FAILED("failed"),
  /** A flag, setting or input that can't be used as given, or a prompt where none may appear. */
  USAGE("usage"),
  /** There is no credential for the host. */
  NOT_LOGGED_IN("not-logged-in"),
  /** The API refused the credential, password or second factor. */
  REJECTED("rejected"),
  /** A second factor is needed and nobody can be asked for it. */
  TWO_FACTOR_REQUIRED("two-factor-required"),
  /** The credential is valid but not allowed to do this. */
  FORBIDDEN("forbidden"),
  /** The thing named does not exist. */
  NOT_FOUND("not-found"),
  /** The store is there and locked. */
  STORE_LOCKED("store-locked"),
  /** The store is absent, or can't be reached, read or written. */
  STORE_UNAVAILABLE("store-unavailable"),
  /** The store did not answer in time. */
  STORE_TIMEOUT("store-timeout"),
  /** What the store holds can't be understood; nothing was written. */
  STORE_CORRUPT("store-corrupt"),
  /** This store can't hold this value; nothing was written. */
  UNREPRESENTABLE("unrepresentable"),
  /** The network: name look-up, connection, TLS, proxy or time-out. */
  NETWORK("network"),
  /** The API refuses more requests for now. */
  RATE_LIMITED("rate-limited"),
  /** The API failed, or answered something that makes no sense. */
  API_ERROR("api-error"),
  /** The person stopped it. */
  INTERRUPTED("interrupted"),
  /** An adapter on the class or module path can't be loaded, or breaks the rules of its kind. */
  ADAPTER_FAILED("adapter-failed"),
  /** It was closed before. Of programs that embed Keyport alone: no verb ends in it. */
  CLOSED("closed");

  private final String code;

  ErrorCode(String code) {
    this.code = code;
  }

  /** The stable name, in kebab-case ASCII. */
  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
