package dev.keyport.domain.auth;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import java.io.Serial;
import java.util.Optional;

/** The API could not be asked, refused, or made no sense; the type says which. */
public abstract sealed class ApiException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient ApiFailure failure;

  private ApiException(ErrorCode code, ApiFailure failure) {
    super(code, failure.described(), failure.hint().orElse(null), failure.cause());
    this.failure = failure;
  }

  /** What is known of the failed call. */
  public ApiFailure failure() {
    return failure;
  }

  abstract ApiException with(ApiFailure told);

  /** The same error, told in other words. */
  public final ApiException withMessage(String message) {
    return with(failure.withMessage(message));
  }

  /** The same error with this way out. */
  public final ApiException withHint(String hint) {
    return with(failure.withHint(hint));
  }

  /** Whether the API's own name for the error is this. */
  public boolean isError(String errorId) {
    return failure.errorId().filter(errorId::equals).isPresent();
  }

  /**
   * Whether what was asked may have been done all the same: a lost or senseless answer is no
   * refusal.
   */
  public boolean mayHaveTakenEffect() {
    return false;
  }

  /** The credential, password or second factor was refused (401). */
  public static final class Rejected extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /** Refused, as described. */
    public Rejected(ApiFailure failure) {
      super(ErrorCode.REJECTED, failure);
    }

    @Override
    Rejected with(ApiFailure told) {
      return new Rejected(told);
    }
  }

  /** A second factor is needed and none was sent. */
  public static final class TwoFactorRequired extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Optional<SecondFactorDemand> demand;

    /** Needed for a login, as described. */
    public TwoFactorRequired(ApiFailure failure) {
      this(failure, Optional.empty());
    }

    /** Needed for a call with a token, as described. */
    public TwoFactorRequired(ApiFailure failure, SecondFactorDemand demand) {
      this(failure, Optional.of(demand));
    }

    private TwoFactorRequired(ApiFailure failure, Optional<SecondFactorDemand> demand) {
      super(ErrorCode.TWO_FACTOR_REQUIRED, failure);
      this.demand = demand;
    }

    /** What it is needed for; empty for a login. */
    public Optional<SecondFactorDemand> demand() {
      return demand;
    }

    @Override
    TwoFactorRequired with(ApiFailure told) {
      return new TwoFactorRequired(told, demand);
    }
  }

  /** The credential is valid and not allowed to do this: 403, and 402 for billing. */
  public static final class Forbidden extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /** Not allowed, as described. */
    public Forbidden(ApiFailure failure) {
      super(ErrorCode.FORBIDDEN, failure);
    }

    @Override
    Forbidden with(ApiFailure told) {
      return new Forbidden(told);
    }
  }

  /** The thing named does not exist, or isn't this account's (404). */
  public static final class NotFound extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /** Not there, as described. */
    public NotFound(ApiFailure failure) {
      super(ErrorCode.NOT_FOUND, failure);
    }

    @Override
    NotFound with(ApiFailure told) {
      return new NotFound(told);
    }
  }

  /** The API would not take what was sent (422 and other 4xx). */
  public static final class Invalid extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /** Not taken, as described. */
    public Invalid(ApiFailure failure) {
      super(ErrorCode.FAILED, failure);
    }

    @Override
    Invalid with(ApiFailure told) {
      return new Invalid(told);
    }
  }

  /** Too many requests, after the retries allowed (429). */
  public static final class RateLimited extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /** Refused for now, as described. */
    public RateLimited(ApiFailure failure) {
      super(ErrorCode.RATE_LIMITED, failure);
    }

    @Override
    RateLimited with(ApiFailure told) {
      return new RateLimited(told);
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }

  /** The API failed (5xx), or answered something that makes no sense. */
  public static final class Broken extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /** Failed, as described. */
    public Broken(ApiFailure failure) {
      super(ErrorCode.API_ERROR, failure);
    }

    @Override
    Broken with(ApiFailure told) {
      return new Broken(told);
    }

    @Override
    public boolean mayHaveTakenEffect() {
      return true;
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }

  /** No answer came: DNS, connection, TLS, proxy, time-out. */
  public static final class Network extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    private final boolean sent;

    /** Not answered, as described; the request may have arrived. */
    public Network(ApiFailure failure) {
      this(failure, true);
    }

    private Network(ApiFailure failure, boolean sent) {
      super(ErrorCode.NETWORK, failure);
      this.sent = sent;
    }

    /** Not reached, as described: no part of the request was sent. */
    public static Network unsent(ApiFailure failure) {
      return new Network(failure, false);
    }

    @Override
    Network with(ApiFailure told) {
      return new Network(told, sent);
    }

    @Override
    public boolean mayHaveTakenEffect() {
      return sent;
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }
}
