package dev.keyport.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.AdapterException;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** Says what is no scheme. */
  @StoreScheme("No Scheme")
  public static final class MisnamedProvider implements TokenStoreProvider {
    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      throw new AssertionError();
    }
  }

  /** Has no constructor for the loader. */
  @StoreScheme("hidden")
  public static final class HiddenProvider implements TokenStoreProvider {
    private HiddenProvider() {}

    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      throw new AssertionError();
    }
  }

  /** Another of the same scheme. */
  @StoreScheme("picky")
  public static final class OtherPickyProvider implements TokenStoreProvider {
    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      throw new AssertionError("which of the two is not for chance to say");
    }
  }

  /** Can't be made. */
  @StoreScheme("broken")
  public static final class BrokenProvider implements TokenStoreProvider {
    public BrokenProvider() {
      throw new IllegalStateException("out of order");
    }

    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      throw new AssertionError();
    }
  }

  /** Opens as it is told to. */
  @StoreScheme("clumsy")
  public static final class ClumsyProvider implements TokenStoreProvider {
    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      if (spec.argument().equals("library")) {
        throw new NoClassDefFoundError("org/example/Library");
      }
      if (spec.argument().equals("null")) {
        return nothing();
      }
      if (spec.argument().equals("checked")) {
        throw ClumsyProvider.<RuntimeException>undeclared(new IOException("out of order"));
      }
      throw new IllegalStateException("out of order");
    }

    @SuppressWarnings("unchecked") // as Kotlin's compiler lets it
    private static <E extends Exception> RuntimeException undeclared(Exception thrown) throws E {
      throw (E) thrown;
    }

    @SuppressWarnings("NullAway") // what somebody else's code may do all the same
    private static TokenStore nothing() {
      return null;
    }
  }

  @TempDir private Path folder;

  /** The providers of the class path, and these, declared as a jar declares them. */
  private TokenStores stores(Class<?>... more) throws IOException {
    return stores(Stream.of(more).map(Class::getName).toList());
  }

  private TokenStores stores(List<String> names) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(services.resolve(TokenStoreProvider.class.getName()), names);
    ClassLoader loader =
        new java.net.URLClassLoader(
            new java.net.URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    return new TokenStores(ServiceLoader.load(TokenStoreProvider.class, loader));
  }

  @Test
  void oneIsOpenedByItsScheme() throws IOException {
    try (TokenStore store = stores().open(StoreSpec.parseList("memory"), CONTEXT)) {
      assertThat(store.spec()).isEqualTo(StoreSpec.parse("memory"));
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
  void aProviderThatCannotBeLoadedDoesNotHideTheOthersAndIsToldOfWhereItMayBeTheOneWanted()
      throws IOException {
    TokenStores stores =
        stores(
            List.of(
                NamelessProvider.class.getName(),
                MisnamedProvider.class.getName(),
                HiddenProvider.class.getName(),
                "org.example.Missing",
                PickyProvider.class.getName()));

    assertThat(stores.schemes()).containsExactly("memory", "picky");
    assertThatThrownBy(() -> stores.check(StoreSpec.parseList("missing"), CONTEXT.machine()))
        .isInstanceOfSatisfying(
            UsageException.class,
            e ->
                assertThat(e.hint().orElse(""))
                    .contains("not loaded")
                    .contains("NamelessProvider says no name")
                    .contains("MisnamedProvider says no name")
                    .contains("HiddenProvider Unable to get public no-arg constructor")
                    .contains("org.example.Missing"));
  }

  @Test
  void anAdapterOfOursThatIsMissingIsNamedByItsArtifact() throws IOException {
    TokenStores stores = stores();

    assertThatThrownBy(() -> stores.check(StoreSpec.parseList("netrc"), CONTEXT.machine()))
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> {
              assertThat(e.message())
                  .isEqualTo(
                      "the adapter for the store \"netrc\" is not on the class or module path");
              assertThat(e.hint())
                  .contains("add dev.keyport:keyport-netrc; the stores here are: memory");
            });
  }

  @Test
  void twoOfOneNameAreBothNamedAndNeitherIsMade() throws IOException {
    TokenStores stores = stores(PickyProvider.class, OtherPickyProvider.class);

    assertThatThrownBy(() -> stores.open(StoreSpec.parseList("picky"), CONTEXT))
        .isInstanceOfSatisfying(
            AdapterException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.ADAPTER_FAILED);
              assertThat(e.message()).contains("\"picky\"", "$PickyProvider", "OtherPicky");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "broken,         can't be loaded: java.lang.IllegalStateException",
    "clumsy:library, can't be loaded: the class org.example.Library is missing",
    "clumsy:null,    failed as it opened clumsy:null: java.lang.NullPointerException",
    "clumsy:checked, failed as it opened clumsy:checked: java.io.IOException",
    "clumsy,         failed as it opened clumsy: java.lang.IllegalStateException",
  })
  void oneThatFailsIsToldOfByItsName(String spec, String message) throws IOException {
    TokenStores stores = stores(BrokenProvider.class, ClumsyProvider.class);

    assertThatThrownBy(() -> stores.open(StoreSpec.parseList(spec), CONTEXT))
        .isInstanceOf(AdapterException.class)
        .hasMessageContaining(message);
    ShowStores show = new ShowStores(stores, StoreSpec.parseList("memory"), CONTEXT);
    assertThat(show.list())
        .extracting(store -> store.place().scheme())
        .containsExactly("memory", "broken", "clumsy");
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
