package dev.keyport.domain.provider;

import dev.keyport.domain.error.AdapterException;
import dev.keyport.domain.error.KeyportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The implementations of a service that has no names: all of them, or the only one. */
public final class Loaded {
  private Loaded() {}

  /**
   * All there are.
   *
   * @param what what they are for, for the message
   * @throws AdapterException when one can't be loaded
   */
  public static <P> List<P> all(ServiceLoader<P> loader, String what) {
    List<P> all = new ArrayList<>();
    try {
      loader.forEach(all::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new AdapterException(
          "an adapter for the " + what + " can't be loaded: " + LoadingFailure.told(e),
          LoadingFailure.wayOut(e),
          e);
    }
    return all;
  }

  /**
   * What one of them says. Of a failure that is not one of Keyport's own, the class alone is told.
   *
   * @param what what it is for, for the message
   * @throws AdapterException when it fails or answers null
   */
  public static <R> R asked(String what, Supplier<? extends R> call) {
    try {
      return Objects.requireNonNull(call.get(), "the adapter answered null");
    } catch (KeyportException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new AdapterException(
          "the adapter for the " + what + " failed: " + e.getClass().getName(),
          "tell those who make it",
          e);
    }
  }

  /**
   * The only one; empty when there is none.
   *
   * @throws AdapterException when there are several, or it can't be loaded
   */
  public static <P> Optional<P> only(ServiceLoader<P> loader, String what) {
    List<P> all = all(loader, what);
    if (all.size() > 1) {
      List<String> classes = all.stream().map(one -> one.getClass().getName()).sorted().toList();
      throw new AdapterException(
          "there are "
              + classes.size()
              + " adapters for the "
              + what
              + ": "
              + String.join(", ", classes),
          "leave one of them on the class or module path",
          null);
    }
    return all.stream().findFirst();
  }
}
