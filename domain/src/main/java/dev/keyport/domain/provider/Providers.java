package dev.keyport.domain.provider;

import dev.keyport.domain.error.AdapterException;
import dev.keyport.domain.error.NearestWord;
import dev.keyport.domain.error.UsageException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The implementations of a service that are present, by name. The names are read off their classes;
 * only the one that is wanted is instantiated. One that can't be loaded does not keep the others
 * from being found. Used from one thread at a time.
 *
 * @param <P> the service
 */
public final class Providers<P> {
  /** A broken class path may fail every step of the search: it must end all the same. */
  private static final int MOST_FAILURES = 100;

  private final Kind kind;
  private final ServiceLoader<P> loader;
  private final Function<? super Class<?>, Optional<String>> name;
  private @Nullable Found<P> searched;

  /** What is provided. */
  public enum Kind {
    /** Stores. */
    STORE("store"),
    /** APIs. */
    API("API");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The artifact of Keyport's own that brings it, which a program may have left out. */
    private Optional<String> artifact(String name) {
      return switch (this.word + " " + name) {
        case "store netrc" -> Optional.of("dev.keyport:keyport-netrc");
        case "store keychain", "store heroku-cli" -> Optional.of("dev.keyport:keyport-keychain");
        case "API heroku" -> Optional.of("dev.keyport:keyport-http");
        default -> Optional.empty();
      };
    }
  }

  /** What the search came to: those that have a name, and what was wrong with the others. */
  private record Found<P>(List<Named<P>> named, List<String> problems) {}

  private record Named<P>(String name, ServiceLoader.Provider<P> provider) {
    String className() {
      return provider.type().getName();
    }
  }

  /**
   * @param kind what is provided, for messages
   * @param loader where they are found
   * @param name reads a class's name; empty when it says none
   */
  public Providers(
      Kind kind, ServiceLoader<P> loader, Function<? super Class<?>, Optional<String>> name) {
    this.kind = kind;
    this.loader = loader;
    this.name = name;
  }

  /** The names there are, in alphabetical order. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    found().named().forEach(found -> names.add(found.name()));
    return names;
  }

  /**
   * The one of this name.
   *
   * @param others names that are served without this search, for the message
   * @throws UsageException when there is none; the message lists those present, and names the
   *     artifact to add where it is one of Keyport's own
   * @throws AdapterException when there are two, or it can't be loaded
   */
  public P get(String wanted, Collection<String> others) {
    Found<P> found = found();
    List<Named<P>> ofTheName =
        found.named().stream().filter(one -> one.name().equals(wanted)).toList();
    if (ofTheName.isEmpty()) {
      throw missing(wanted, found, others);
    }
    if (ofTheName.size() > 1) {
      List<String> classes = ofTheName.stream().map(Named::className).sorted().toList();
      throw new AdapterException(
          "there are "
              + classes.size()
              + " adapters for the "
              + kind.word
              + " \""
              + wanted
              + "\": "
              + String.join(", ", classes),
          "leave one of them on the class or module path",
          null);
    }
    return instance(ofTheName.get(0));
  }

  private P instance(Named<P> chosen) {
    try {
      return chosen.provider().get();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw notLoaded(chosen.name(), e);
    }
  }

  /** The adapter of this name is there, and can't be used for want of something else. */
  public AdapterException notLoaded(String wanted, Throwable cause) {
    return new AdapterException(
        "the adapter for the "
            + kind.word
            + " \""
            + wanted
            + "\" can't be loaded: "
            + LoadingFailure.told(cause),
        LoadingFailure.wayOut(cause),
        cause);
  }

  private RuntimeException missing(String wanted, Found<P> found, Collection<String> others) {
    Set<String> present = new TreeSet<>(others);
    found.named().forEach(one -> present.add(one.name()));
    String here =
        present.isEmpty()
            ? "there are no " + kind.word + "s here"
            : NearestWord.hintOfAll(wanted, present, "the " + kind.word + "s here are");
    String broken =
        found.problems().isEmpty() ? "" : "; not loaded: " + String.join("; ", found.problems());
    return kind.artifact(wanted)
        .map(
            artifact ->
                new UsageException(
                    "the adapter for the "
                        + kind.word
                        + " \""
                        + wanted
                        + "\" is not on the class or module path",
                    "add " + artifact + "; " + here + broken))
        .orElseGet(
            () ->
                new UsageException(
                    "there is no " + kind.word + " named \"" + wanted + "\"", here + broken));
  }

  /** A loader tells of what it can't load the first time alone. */
  private Found<P> found() {
    Found<P> before = searched;
    if (before == null) {
      before = search();
      searched = before;
    }
    return before;
  }

  private Found<P> search() {
    List<Named<P>> named = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Iterator<ServiceLoader.Provider<P>> all = loader.stream().iterator();
    while (problems.size() < MOST_FAILURES) {
      try {
        if (!all.hasNext()) {
          break;
        }
        ServiceLoader.Provider<P> provider = all.next();
        Class<?> type = provider.type();
        name.apply(type)
            .ifPresentOrElse(
                said -> named.add(new Named<>(said, provider)),
                () -> problems.add(type.getName() + " says no name"));
      } catch (ServiceConfigurationError e) {
        // The JDK's own words, which name the class.
        problems.add(String.valueOf(e.getMessage()));
      } catch (LinkageError e) {
        problems.add(LoadingFailure.told(e));
      }
    }
    if (!problems.isEmpty()) {
      System.getLogger("dev.keyport")
          .log(
              Level.WARNING,
              // No parameters: with them an apostrophe would quote what follows it.
              "adapters for the "
                  + kind.word
                  + " that can't be loaded are left out: "
                  + String.join("; ", problems));
    }
    return new Found<>(named, problems);
  }
}
