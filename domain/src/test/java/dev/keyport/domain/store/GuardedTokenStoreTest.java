package dev.keyport.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardedTokenStoreTest {
  private static final String SECRET = "correct-horse-battery";
  private static final Host HOST = Host.parse("a.example");
  private static final Credential ANN = new Credential(HOST, "ann", Secret.of(SECRET));

  /** A store that does the same whatever it is asked. */
  private static TokenStore always(Answer answer) {
    return (TokenStore)
        Proxy.newProxyInstance(
            TokenStore.class.getClassLoader(),
            new Class<?>[] {TokenStore.class},
            (proxy, method, arguments) -> answer.give());
  }

  private interface Answer {
    @Nullable Object give();
  }

  static Stream<Consumer<TokenStore>> calls() {
    CredentialId id = ANN.id();
    return Stream.of(
        TokenStore::spec,
        TokenStore::traits,
        store -> store.find(HOST),
        store -> store.find(id),
        store -> store.locate(HOST),
        store -> store.locate(id),
        store -> store.findCatchAll(HOST),
        store -> store.incomplete(HOST),
        store -> store.save(List.of(ANN)),
        store -> store.rehearse(List.of(ANN)),
        TokenStore::checkWritable,
        store -> store.remove(List.of(id)),
        store -> store.removeUnchanged(List.of(ANN)),
        store -> store.checkRemovable(List.of(id)),
        TokenStore::list,
        store -> store.isSamePlaceAs(new InMemoryTokenStore()),
        store -> store.undo(new Saved(List.of(id), List.of(ANN))),
        TokenStore::close);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whateverIsThrownComesOutAsAFailureOfTheStore(Consumer<TokenStore> call) {
    for (Throwable thrown :
        List.of(new IllegalStateException("odd"), new NoClassDefFoundError("org/example/A"))) {
      TokenStore store =
          TokenStores.guard(
              always(
                  () -> {
                    throw sneaky(thrown);
                  }));

      assertThatThrownBy(() -> call.accept(store))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining(
              thrown instanceof LinkageError
                  ? "the class org.example.A is missing"
                  : thrown.getClass().getName())
          .hasCause(thrown);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void itsOwnFailuresAreLeftAsTheyAre(Consumer<TokenStore> call) {
    for (RuntimeException thrown :
        List.of(new StoreException.Locked("locked", null), new UsageException("no such place"))) {
      TokenStore store =
          TokenStores.guard(
              always(
                  () -> {
                    throw thrown;
                  }));

      assertThatThrownBy(() -> call.accept(store)).isSameAs(thrown);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aSecretThatWasGivenIsInNoMessage(Consumer<TokenStore> call) {
    TokenStore store =
        TokenStores.guard(
            always(
                () -> {
                  throw new IllegalStateException(
                      "odd", new IllegalArgumentException("can't hold " + SECRET));
                }));

    assertThatThrownBy(() -> call.accept(store))
        .satisfies(
            e -> {
              boolean wasGiven =
                  Stream.of(e.getStackTrace())
                      .anyMatch(
                          frame ->
                              List.of("save", "rehearse", "removeUnchanged", "undo")
                                      .contains(frame.getMethodName())
                                  && frame.getClassName().endsWith("GuardedTokenStore"));
              StringWriter trace = new StringWriter();
              e.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString().contains(SECRET)).isEqualTo(!wasGiven);
            });
  }

  @Test
  void whatIsThrownWithoutBeingDeclaredIsAFailureToo() {
    for (Exception thrown : List.of(new IOException("no disk"), new InterruptedException())) {
      TokenStore store = TokenStores.guard(new Undeclared(thrown));

      assertThatThrownBy(() -> store.find(HOST))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasCause(thrown);
      assertThat(Thread.interrupted()).isEqualTo(thrown instanceof InterruptedException);
    }
  }

  @Test
  void aSecretIsInNoMessageHintOrSuppressedFailureOfAStoresOwnEither() {
    StoreException suppressing = new StoreException.Locked("locked", null);
    suppressing.addSuppressed(new IllegalStateException("can't hold " + SECRET));
    for (RuntimeException thrown :
        List.of(
            new StoreException.Unavailable("can't hold " + SECRET, null, null),
            new UsageException("can't be held", "leave out " + SECRET),
            suppressing)) {
      TokenStore store =
          TokenStores.guard(
              always(
                  () -> {
                    throw thrown;
                  }));

      assertThatThrownBy(() -> store.save(List.of(ANN)))
          .isInstanceOf(StoreException.Unavailable.class)
          .satisfies(
              e -> {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                assertThat(trace.toString()).doesNotContain(SECRET);
              });
    }
  }

  @Test
  void anothersCredentialIsAFailure() {
    TokenStore store = TokenStores.guard(always(() -> Optional.of(ANN)));
    Host evil = Host.parse("evil.example");

    assertThat(store.find(HOST)).contains(ANN);
    assertThat(store.find(ANN.id())).contains(ANN);
    for (Consumer<TokenStore> call :
        List.<Consumer<TokenStore>>of(
            asked -> asked.find(evil),
            asked -> asked.find(new CredentialId(evil, "ann")),
            asked -> asked.find(new CredentialId(HOST, "bob")))) {
      assertThatThrownBy(() -> call.accept(store)).isInstanceOf(StoreException.Unavailable.class);
    }
    TokenStore located =
        TokenStores.guard(
            always(() -> Optional.of(new StoredCredential(new StoreSpec("x", ""), ANN))));
    assertThat(located.locate(HOST)).isPresent();
    assertThatThrownBy(() -> located.locate(evil)).isInstanceOf(StoreException.Unavailable.class);
    assertThatThrownBy(() -> located.locate(new CredentialId(HOST, "bob")))
        .isInstanceOf(StoreException.Unavailable.class);
  }

  @Test
  void anAnswerThatIsNullIsAFailure() {
    TokenStore store = TokenStores.guard(always(() -> null));

    assertThatThrownBy(() -> store.find(HOST))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasCauseInstanceOf(NullPointerException.class);
  }

  @Test
  void theStateIsToldAndNeverThrown() {
    for (RuntimeException thrown :
        List.of(new IllegalStateException("odd"), new UsageException("no such place"))) {
      TokenStore store =
          TokenStores.guard(
              always(
                  () -> {
                    throw thrown;
                  }));

      assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
    }
  }

  @Test
  void placesAreComparedBehindTheGuard() {
    InMemoryTokenStore own = new InMemoryTokenStore();
    TokenStore guarded = TokenStores.guard(own);

    assertThat(guarded.isSamePlaceAs(TokenStores.guard(own))).isTrue();
    assertThat(guarded.isSamePlaceAs(own)).isTrue();
  }

  @SuppressWarnings("unchecked") // the compiler is told that any throwable is unchecked
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** As another language of the JVM has it; a proxy would wrap what it throws. */
  private record Undeclared(Exception thrown) implements TokenStore {
    private RuntimeException thrownAnyway() {
      return GuardedTokenStoreTest.<RuntimeException>sneaky(thrown);
    }

    @Override
    public StoreSpec spec() {
      return StoreSpec.parse("undeclared");
    }

    @Override
    public StoreTraits traits() {
      throw thrownAnyway();
    }

    @Override
    public Optional<Credential> find(Host host) {
      throw thrownAnyway();
    }

    @Override
    public Optional<Credential> find(CredentialId id) {
      throw thrownAnyway();
    }

    @Override
    public Saved save(Collection<Credential> credentials) {
      throw thrownAnyway();
    }

    @Override
    public List<CredentialId> remove(Collection<CredentialId> ids) {
      throw thrownAnyway();
    }

    @Override
    public List<CredentialId> list() {
      throw thrownAnyway();
    }

    @Override
    public StoreStatus status() {
      throw thrownAnyway();
    }

    @Override
    public void close() {
      throw thrownAnyway();
    }
  }
}
