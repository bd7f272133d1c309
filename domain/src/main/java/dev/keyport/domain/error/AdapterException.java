package dev.keyport.domain.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An adapter on the class or module path can't be used: it, or a library it needs, can't be loaded,
 * or it breaks the rules of its kind. The program's packaging is to be mended, nothing of the
 * person's.
 */
public final class AdapterException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param message which adapter, and what is wrong with it
   * @param hint what to mend; null when there is nothing to say
   * @param cause what raised it; null when nothing did
   */
  public AdapterException(String message, @Nullable String hint, @Nullable Throwable cause) {
    super(ErrorCode.ADAPTER_FAILED, message, hint, cause);
  }
}
