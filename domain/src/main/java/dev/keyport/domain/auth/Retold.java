package dev.keyport.domain.auth;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.store.StoreException;
import java.io.Serial;

/** Says more in an error: what became of the things done before it. */
final class Retold {
  private Retold() {}

  /** The same error of the same type and code where it is one of ours, with this added. */
  static RuntimeException with(RuntimeException failure, String addition) {
    RuntimeException retold;
    if (failure instanceof StoreException e) {
      retold = e.withMessage(joined(e.message(), addition));
    } else if (failure instanceof ApiException e) {
      retold = e.withMessage(joined(e.failure().message(), addition));
    } else {
      retold = new UnfinishedLogin(failure, addition);
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      retold.addSuppressed(suppressed);
    }
    return retold;
  }

  private static String joined(String message, String addition) {
    String open = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    return open + "; " + addition;
  }

  /** Keeps what failed while undoing, unless a port raised the same object again. */
  static void suppress(RuntimeException failure, RuntimeException undoing) {
    if (undoing != failure) {
      failure.addSuppressed(undoing);
    }
  }

  /** What an error of ours says; of another only its type, for nobody vouches for its message. */
  static String messageOf(RuntimeException failure) {
    return failure instanceof KeyportException e
        ? e.message()
        : "unexpected " + failure.getClass().getName();
  }

  /** Another error in the middle of a login. */
  private static final class UnfinishedLogin extends KeyportException {
    @Serial private static final long serialVersionUID = 1L;

    UnfinishedLogin(RuntimeException cause, String addition) {
      super(
          cause instanceof KeyportException e ? e.code() : ErrorCode.FAILED,
          joined(messageOf(cause), addition),
          cause instanceof KeyportException e ? e.hint().orElse(null) : null,
          cause);
    }
  }
}
