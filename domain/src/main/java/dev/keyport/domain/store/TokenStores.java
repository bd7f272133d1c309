package dev.keyport.domain.store;

import dev.keyport.domain.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Opens stores by name, from the providers that are present. Used from one thread at a time. */
public final class TokenStores {
  private final Map<String, Supplier<TokenStoreProvider>> bundled;
  private final ServiceLoader<TokenStoreProvider> providers;

  /**
   * @param providers where stores come from, as {@code
   *     ServiceLoader.load(TokenStoreProvider.class)}
   */
  public TokenStores(ServiceLoader<TokenStoreProvider> providers) {
    this(Map.of(), providers);
  }

  /**
   * With stores that are known without a search, which is quicker to open one of, and which no
   * provider found by the search takes the place of.
   *
   * @param bundled their providers by scheme
   * @param providers where the others come from
   */
  public TokenStores(
      Map<String, Supplier<TokenStoreProvider>> bundled,
      ServiceLoader<TokenStoreProvider> providers) {
    this.bundled = Map.copyOf(bundled);
    this.providers = providers;
  }

  /**
   * Opens one store, or a chain of several.
   *
   * @param specs at least one
   * @throws UsageException when no provider serves a scheme; the message lists those present
   */
  public TokenStore open(List<StoreSpec> specs, StoreContext context) {
    if (specs.isEmpty()) {
      throw new IllegalArgumentException("no store named");
    }
    List<TokenStoreProvider> chosen = specs.stream().map(this::provider).toList();
    List<TokenStore> links = new ArrayList<>();
    try {
      for (int i = 0; i < specs.size(); i++) {
        links.add(chosen.get(i).open(specs.get(i), context));
      }
    } catch (RuntimeException e) {
      links.forEach(TokenStore::close);
      throw e;
    }
    return links.size() == 1 ? links.get(0) : new ChainedTokenStore(links, context.notices());
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
                    "the stores here are: " + String.join(", ", schemes())));
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
