package dev.keyport.domain.store;

import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Looks at every store there is, and asks nobody anything. */
public final class ShowStores {
  private final TokenStores stores;
  private final List<StoreSpec> inUse;
  private final StoreContext context;

  /**
   * @param stores opens them
   * @param inUse the stores in use, the one that is written to first
   * @param context each is opened for it; its policy is to prompt nobody
   */
  public ShowStores(TokenStores stores, List<StoreSpec> inUse, StoreContext context) {
    this.stores = stores;
    this.inUse = List.copyOf(inUse);
    this.context = context;
  }

  /**
   * The stores in use in their order, then one of each other scheme in alphabetical order.
   *
   * @throws UsageException when one in use has a scheme that nothing serves, or an argument that
   *     makes no sense
   */
  public List<ListedStore> list() {
    List<ListedStore> listed = new ArrayList<>();
    for (StoreSpec spec : inUse) {
      listed.add(look(spec, OptionalInt.of(listed.size() + 1)));
    }
    for (String scheme : stores.schemes()) {
      if (inUse.stream().noneMatch(spec -> spec.scheme().equals(scheme))) {
        listed.add(lookAtUnused(new StoreSpec(scheme, "")));
      }
    }
    return listed;
  }

  private ListedStore look(StoreSpec spec, OptionalInt position) {
    try (TokenStore store = stores.open(List.of(spec), context)) {
      return new ListedStore(store.spec(), store.status(), position);
    }
  }

  /** One that wants an argument, or can't be opened, is no reason to leave the others out. */
  private ListedStore lookAtUnused(StoreSpec spec) {
    try {
      return look(spec, OptionalInt.empty());
    } catch (KeyportException e) {
      StoreException failure =
          e instanceof StoreException told
              ? told
              : new StoreException.Unavailable(e.message(), e.hint().orElse(null), e);
      return new ListedStore(
          spec, new StoreStatus.Unavailable(e.message(), failure), OptionalInt.empty());
    }
  }
}
