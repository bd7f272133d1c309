package dev.keyport.domain.store;

import dev.keyport.domain.error.NearestWord;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens stores by name, from the providers that are present. Used from one thread at a time. */
public final class TokenStores {
  private final Map<String, Supplier<TokenStoreProvider>> bundled;
  private final ServiceLoader<TokenStoreProvider> providers;
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
   * Opens one store, or a chain of several.
   *
   * @param specs at least one
   * @throws UsageException when no provider serves a scheme (the message lists those present), two
   *     are the same, or the machine's policy does not allow one
   */
  public TokenStore open(List<StoreSpec> specs, StoreContext context) {
    if (specs.isEmpty()) {
      throw new IllegalArgumentException("no store named");
    }
    List<TokenStoreProvider> chosen = chosen(specs, context.machine());
    List<TokenStore> links = new ArrayList<>();
    try {
      for (int i = 0; i < specs.size(); i++) {
        TokenStore link = chosen.get(i).open(specs.get(i), context);
        links.add(link);
        requireOnce(specs, links, i);
      }
    } catch (RuntimeException e) {
      links.forEach(TokenStore::close);
      throw e;
    }
    return links.size() == 1 ? links.get(0) : new ChainedTokenStore(links, context.notices());
  }

  /**
   * Raises what {@link #open} would say of these names, without opening any.
   *
   * @throws UsageException as {@link #open} does
   */
  public void check(List<StoreSpec> specs, Machine machine) {
    chosen(specs, machine);
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
    return known == null ? found(spec) : known.get();
  }

  private TokenStoreProvider found(StoreSpec spec) {
    return providers.stream()
        .filter(provider -> spec.scheme().equals(scheme(provider.type())))
        .findFirst()
        .map(ServiceLoader.Provider::get)
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no store named \"" + spec.scheme() + "\"",
                    NearestWord.hintOfAll(spec.scheme(), schemes(), "the stores here are")));
  }

  /** The schemes present, in alphabetical order. */
  public List<String> schemes() {
    TreeSet<String> schemes = new TreeSet<>(bundled.keySet());
    providers.stream().forEach(provider -> schemes.add(scheme(provider.type())));
    return List.copyOf(schemes);
  }

  private static String scheme(Class<? extends TokenStoreProvider> type) {
    StoreScheme scheme = type.getAnnotation(StoreScheme.class);
    if (scheme == null) {
      throw new IllegalStateException(type.getName() + " carries no @StoreScheme");
    }
    return scheme.value();
  }
}
