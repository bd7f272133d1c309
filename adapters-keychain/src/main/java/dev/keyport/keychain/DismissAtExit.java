package dev.keyport.keychain;

import dev.keyport.domain.error.InterruptedByPersonException;

/**
 * Takes a window away when the process is told to end while it waits, by Ctrl-C say. The service
 * would see the connection end too, but nothing makes every service act on that.
 */
final class DismissAtExit implements AutoCloseable {
  private final Thread hook;
  private volatile boolean exiting;

  private DismissAtExit(Runnable dismiss) {
    hook =
        new Thread(
            () -> {
              exiting = true;
              dismiss.run();
            },
            "keyport-dismiss-prompt");
  }

  /**
   * From now on until it is closed.
   *
   * @throws InterruptedByPersonException when the process ends already
   */
  static DismissAtExit of(Runnable dismiss) {
    DismissAtExit atExit = new DismissAtExit(dismiss);
    try {
      Runtime.getRuntime().addShutdownHook(atExit.hook);
    } catch (IllegalStateException e) {
      throw new InterruptedByPersonException("stopped before the keyring was asked to unlock");
    }
    return atExit;
  }

  /** Whether the process was told to end meanwhile. */
  boolean isExiting() {
    return exiting;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook runs or has run.
      return;
    }
  }
}
