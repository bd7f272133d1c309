package dev.keyport.domain.provider;

import java.util.ServiceConfigurationError;

/** Tells why an adapter could not be loaded, by names of classes alone, and what to do about it. */
public final class LoadingFailure {
  private LoadingFailure() {}

  /** What is wrong: the class that is missing, or the class of what was thrown. */
  public static String told(Throwable error) {
    Throwable root = root(error);
    if (isMissingClass(root)) {
      return "the class " + String.valueOf(root.getMessage()).replace('/', '.') + " is missing";
    }
    return error instanceof ServiceConfigurationError && root == error
        ? String.valueOf(error.getMessage())
        : root.getClass().getName();
  }

  /** The way out. */
  public static String wayOut(Throwable error) {
    return isMissingClass(root(error))
        ? "put the libraries it needs on the class or module path, in the versions it names; on the"
            + " module path, start Java with --add-modules ALL-MODULE-PATH"
        : "tell those who make it";
  }

  private static boolean isMissingClass(Throwable root) {
    return root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError;
  }

  private static Throwable root(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
