package dev.keyport.domain.provider;

import dev.keyport.domain.error.AdapterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

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
          "an adapter for the " + what + " can't be loaded: " + e.getMessage(),
          "put the libraries it needs on the class or module path, in the versions it names",
          e);
    }
    return all;
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
