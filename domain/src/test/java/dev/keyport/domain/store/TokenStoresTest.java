package dev.keyport.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenStoresTest {
  private static final StoreContext CONTEXT =
      StoreContext.of(new Machine(Map.of(), Path.of("/home/ann"), "Linux"));

  /** Refuses its argument, as a real one does; keeps what it opened for the test to see. */
  @StoreScheme("picky")
  public static final class PickyProvider implements TokenStoreProvider {
    static final Link OPENED = new Link("picky");

    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      if (!spec.argument().isEmpty()) {
        throw new UsageException("picky takes no argument");
      }
      return OPENED;
    }
  }

  /** Can't do without an argument. */
  @StoreScheme("argued")
  public static final class ArguedProvider implements TokenStoreProvider {
    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      throw new UsageException("argued needs a place");
    }
  }

  /** Never to be instantiated: nobody names it. */
  @StoreScheme("unwanted")
  public static final class UnwantedProvider implements TokenStoreProvider {
    public UnwantedProvider() {
      throw new AssertionError("nobody asked for this store");
    }

    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      throw new AssertionError();
    }
  }

  /** Says no scheme. */
  public static final class NamelessProvider implements TokenStoreProvider {
    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      throw new AssertionError();
    }
  }

  @TempDir private Path folder;

  /** The providers of the class path, and these, declared as a jar declares them. */
  private TokenStores stores(Class<?>... more) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(
        services.resolve(TokenStoreProvider.class.getName()),
        List.of(more).stream().map(Class::getName).toList());
    ClassLoader loader =
        new java.net.URLClassLoader(
            new java.net.URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    return new TokenStores(ServiceLoader.load(TokenStoreProvider.class, loader));
  }

  @Test
  void oneIsOpenedByItsScheme() throws IOException {
    try (TokenStore store = stores().open(StoreSpec.parseList("memory"), CONTEXT)) {
      assertThat(store).isInstanceOf(InMemoryTokenStore.class);
    }
  }

  @Test
  void severalMakeAChain() throws IOException {
    TokenStores stores = stores(PickyProvider.class, UnwantedProvider.class);
    try (TokenStore store = stores.open(StoreSpec.parseList("memory,picky"), CONTEXT)) {
      Credential ann = new Credential(Host.parse("a.example"), "ann", Secret.of("s"));
      store.save(List.of(ann));

      assertThat(store).isInstanceOf(ChainedTokenStore.class);
      assertThat(store.find(ann.host())).contains(ann);
    }
  }

  @Test
  void anUnknownOneListsThosePresentAndOpensNothing() throws IOException {
    TokenStores stores = stores(PickyProvider.class, UnwantedProvider.class);

    assertThat(stores.schemes()).containsExactly("memory", "picky", "unwanted");
    assertThatThrownBy(() -> stores.open(StoreSpec.parseList("memory,nothere:x"), CONTEXT))
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> {
              assertThat(e.message()).isEqualTo("there is no store named \"nothere\"");
              assertThat(e.hint()).contains("the stores here are: memory, picky, unwanted");
            });
  }

  @Test
  void whatIsOpenIsClosedWhenALaterOneIsRefused() throws IOException {
    TokenStores stores = stores(PickyProvider.class);

    assertThatThrownBy(() -> stores.open(StoreSpec.parseList("picky,picky:x"), CONTEXT))
        .isInstanceOf(UsageException.class)
        .hasMessage("picky takes no argument");
    assertThat(PickyProvider.OPENED.closed()).isTrue();
  }

  @Test
  void aProviderWithoutASchemeIsNamed() throws IOException {
    TokenStores stores = stores(NamelessProvider.class);

    assertThatThrownBy(stores::schemes)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NamelessProvider");
  }

  @Test
  void noStoreAtAllIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> stores().open(List.of(), CONTEXT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void memoryHasNoPlaces() {
    assertThatThrownBy(() -> stores().open(StoreSpec.parseList("memory:x"), CONTEXT))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("memory:x");
  }

  @Test
  void everySchemeIsShownThoseInUseFirst() throws IOException {
    List<StoreSpec> inUse = StoreSpec.parseList("picky,memory");
    List<ListedStore> listed =
        new ShowStores(stores(PickyProvider.class, ArguedProvider.class), inUse, CONTEXT).list();

    assertThat(listed)
        .extracting(store -> store.place().scheme(), store -> store.position())
        .containsExactly(
            tuple("picky", OptionalInt.of(1)),
            tuple("memory", OptionalInt.of(2)),
            tuple("argued", OptionalInt.empty()));
    assertThat(listed).filteredOn(ListedStore::isWrittenTo).hasSize(1);
    assertThat(listed.get(1).status().error()).isEmpty();
    assertThat(listed.get(2).status().error().orElseThrow())
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage("argued needs a place");
  }

  @Test
  void oneInUseThatNothingServesIsUsage() throws IOException {
    ShowStores show = new ShowStores(stores(), StoreSpec.parseList("nosuch"), CONTEXT);

    assertThatThrownBy(show::list).isInstanceOf(UsageException.class);
  }
}
