package dev.keyport.domain.store;

import dev.keyport.domain.error.AdapterException;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.provider.Providers;
import dev.keyport.domain.settings.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens stores by name, from the providers that are present. Used from one thread at a time. */
public final class TokenStores {
  private final Map<String, Supplier<TokenStoreProvider>> bundled;
  private final ServiceLoader<TokenStoreProvider> providers;
  private @Nullable Providers<TokenStoreProvider> found;
  private final Function<Machine, StorePolicy> policies;

  /**
   * @param providers where stores come from, as {@code
   *     ServiceLoader.load(TokenStoreProvider.class)}
   */
  public TokenStores(ServiceLoader<TokenStoreProvider> providers) {
    this(Map.of(), providers, PolicySource::ofAll);
  }

  /**
   * With stores that are known without a search, which is quicker to open one of, and which no
   * provider found by the search takes the place of.
   *
   * @param bundled their providers by scheme
   * @param providers where the others come from
   * @param policies reads the machine's policy, which every store is held against as it is opened
   */
  public TokenStores(
      Map<String, Supplier<TokenStoreProvider>> bundled,
      ServiceLoader<TokenStoreProvider> providers,
      Function<Machine, StorePolicy> policies) {
    this.bundled = Map.copyOf(bundled);
    this.providers = providers;
    this.policies = policies;
  }

  /**
   * A store of the caller's own, whose failures come out as a {@link StoreException} whatever it
   * throws; closed with what is returned.
   */
  public static TokenStore guard(TokenStore own) {
    StoreSpec name;
    try {
      name = Objects.requireNonNull(own.spec(), "spec");
    } catch (Exception | LinkageError e) {
      name = new StoreSpec("own", own.getClass().getName());
    }
    return new GuardedTokenStore(own, name);
  }

  /**
   * Opens one store, or a chain of several.
   *
   * @param specs at least one
   * @throws UsageException when no provider serves a scheme (the message lists those present), two
   *     are the same, or the machine's policy does not allow one
   * @throws AdapterException when two providers serve a scheme, or the one can't be loaded or fails
   * @throws StoreException when a store can't be opened
   */
  public TokenStore open(List<StoreSpec> specs, StoreContext context) {
    if (specs.isEmpty()) {
      throw new IllegalArgumentException("no store named");
    }
    List<TokenStoreProvider> chosen = chosen(specs, context.machine());
    List<TokenStore> links = new ArrayList<>();
    try {
      for (int i = 0; i < specs.size(); i++) {
        TokenStore link = opened(chosen.get(i), specs.get(i), context);
        links.add(link);
        requireOnce(specs, links, i);
      }
    } catch (RuntimeException e) {
      links.forEach(link -> close(link, e));
      throw e;
    }
    return links.size() == 1 ? links.get(0) : new ChainedTokenStore(links, context.notices());
  }

  private static void close(TokenStore link, RuntimeException why) {
    try {
      link.close();
    } catch (StoreException e) {
      why.addSuppressed(e);
    }
  }

  /**
   * Raises what {@link #open} would say of these names, without opening any.
   *
   * @throws UsageException as {@link #open} does
   */
  public void check(List<StoreSpec> specs, Machine machine) {
    chosen(specs, machine);
  }

  /** Those that come with the program are trusted to keep to the contract, and spared the guard. */
  private TokenStore opened(TokenStoreProvider provider, StoreSpec spec, StoreContext context) {
    if (bundled.containsKey(spec.scheme())) {
      return provider.open(spec, context);
    }
    try {
      return new GuardedTokenStore(provider.open(spec, context), spec);
    } catch (LinkageError e) {
      throw found().notLoaded(spec.scheme(), e);
    } catch (KeyportException e) {
      throw e;
    } catch (Exception e) {
      // A checked one too: not every language of the JVM asks whether it was declared.
      throw new AdapterException(
          "the adapter for the store \""
              + spec.scheme()
              + "\" failed as it opened "
              + spec
              + ": "
              + e.getClass().getName(),
          "tell those who make this store",
          e);
    }
  }

  private List<TokenStoreProvider> chosen(List<StoreSpec> specs, Machine machine) {
    List<TokenStoreProvider> chosen = specs.stream().map(this::provider).toList();
    specs.forEach(policies.apply(machine)::check);
    return chosen;
  }

  /** Two names may be of one place: {@code netrc} and {@code netrc:~/.netrc}. */
  private static void requireOnce(List<StoreSpec> specs, List<TokenStore> links, int last) {
    for (int i = 0; i < last; i++) {
      if (links.get(i).isSamePlaceAs(links.get(last))) {
        throw new UsageException(
            "the stores "
                + specs.get(i)
                + " and "
                + specs.get(last)
                + " are the same: "
                + links.get(last).spec(),
            "name each store once");
      }
    }
  }

  private TokenStoreProvider provider(StoreSpec spec) {
    Supplier<TokenStoreProvider> known = bundled.get(spec.scheme());
    return known == null ? found().get(spec.scheme(), bundled.keySet()) : known.get();
  }

  /** The schemes present, in alphabetical order. */
  public List<String> schemes() {
    Set<String> schemes = new TreeSet<>(bundled.keySet());
    schemes.addAll(found().names());
    return List.copyOf(schemes);
  }

  /**
   * Made when a store is not among the bundled ones, which a command that starts need not wait for.
   */
  private Providers<TokenStoreProvider> found() {
    Providers<TokenStoreProvider> made = found;
    if (made == null) {
      made = new Providers<>(Providers.Kind.STORE, providers, TokenStores::scheme);
      found = made;
    }
    return made;
  }

  private static Optional<String> scheme(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(StoreScheme.class))
        .map(StoreScheme::value)
        .filter(StoreSpec::isScheme);
  }
}
