package dev.keyport.cli.io;

import dev.keyport.domain.error.ErrorCode;

/** The exit status of each error code; a script may rely on both. */
public final class ExitStatus {
  /** Done. */
  public static final int DONE = 0;

  private ExitStatus() {}

  /** The status a process ends with for this code. */
  public static int of(ErrorCode code) {
    return switch (code) {
      // No verb ends in closed: it is for programs that embed Keyport.
      case FAILED, CLOSED -> 1;
      case USAGE -> 2;
      case NOT_LOGGED_IN -> 100;
      case REJECTED -> 101;
      case TWO_FACTOR_REQUIRED -> 102;
      case FORBIDDEN -> 103;
      case NOT_FOUND -> 104;
      case STORE_LOCKED -> 110;
      case STORE_UNAVAILABLE -> 111;
      case STORE_TIMEOUT -> 112;
      case STORE_CORRUPT -> 113;
      case UNREPRESENTABLE -> 114;
      case ADAPTER_FAILED -> 115;
      case NETWORK -> 120;
      case RATE_LIMITED -> 121;
      case API_ERROR -> 122;
      case INTERRUPTED -> 130;
    };
  }
}
