package dev.keyport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link TokenStore} promises. A store's test extends this and says how to open the
 * store under test, empty; a store of your own passes it the same way.
 */
public abstract class TokenStoreContract {
  private static final Host API = Host.parse("api.contract.example");
  private static final Host GIT = Host.parse("git.contract.example");
  private static final int THREADS = 8;
  private static final int PROCESSES = 16;
  private static final long DEADLINE_SECONDS = 120;

  private TokenStore store;

  /**
   * Opens the store under test. Called again within one test, it opens the same store, with what
   * was saved before; a new test finds it empty.
   */
  protected abstract TokenStore open();

  /**
   * How another process opens the same store, by {@link java.util.ServiceLoader} on this test's
   * class path; empty for a store that no other process sees.
   */
  protected abstract Optional<StoreSpec> sharedSpec();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static Credential credential(Host host, String login, String secret) {
    return new Credential(host, login, Secret.of(secret));
  }

  private static String revealed(Optional<Credential> found) {
    return found.map(c -> c.login() + "=" + c.secret().reveal()).orElse("nothing");
  }

  @Test
  void anEmptyStoreHasNothing() {
    assertThat(store.find(API)).isEmpty();
    assertThat(store.find(new CredentialId(API, "ann"))).isEmpty();
    assertThat(store.list()).isEmpty();
    assertThat(store.remove(List.of(new CredentialId(API, "ann")))).isEmpty();
  }

  @Test
  void whatIsSavedIsFoundByHostAndById() {
    store.save(List.of(credential(API, "ann", "s3cret"), credential(GIT, "ann", "s3cret")));

    assertThat(revealed(store.find(API))).isEqualTo("ann=s3cret");
    assertThat(revealed(store.find(new CredentialId(GIT, "ann")))).isEqualTo("ann=s3cret");
    assertThat(store.list())
        .containsExactlyInAnyOrder(new CredentialId(API, "ann"), new CredentialId(GIT, "ann"));
  }

  @Test
  void closingASecretThatWasSavedOrFoundHarmsNothing() {
    Credential saving = credential(API, "ann", "s3cret");
    store.save(List.of(saving));
    saving.secret().close();
    store.find(API).ifPresent(found -> found.secret().close());

    assertThat(revealed(store.find(API))).isEqualTo("ann=s3cret");
  }

  @Test
  void whatIsSavedIsSeenByAnotherOpening() {
    store.save(List.of(credential(API, "ann", "s3cret")));

    try (TokenStore other = open()) {
      assertThat(revealed(other.find(API))).isEqualTo("ann=s3cret");
    }
  }

  @Test
  void anotherLoginIsNeverAnswered() {
    store.save(List.of(credential(API, "ann", "s3cret")));

    assertThat(store.find(new CredentialId(API, "bob"))).isEmpty();
    assertThat(store.find(new CredentialId(API, "Ann"))).isEmpty();
    assertThat(store.find(Host.parse("api.contract.example.evil"))).isEmpty();
  }

  @Test
  void hostsAreComparedWithoutCase() {
    store.save(List.of(credential(Host.parse("API.Contract.EXAMPLE"), "ann", "s3cret")));

    assertThat(revealed(store.find(API))).isEqualTo("ann=s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HRKU-01234567-89ab-cdef-0123-456789abcdef",
        "machine",
        "password",
        "default",
        "with space",
        " leading",
        "trailing ",
        "#hash first",
        "in#ner",
        "\"quoted\"",
        "in\"ner",
        "back\\slash",
        "ends\\",
        "apostrophe's",
        "comma,semi;colon:slash/",
        "pässwörd",
        "пароль",
        "密码",
        "😀 emoji",
        "nb\u00a0sp",
        "tab\there",
        "line\nbreak",
        "carriage\rreturn",
        "nul\u0000char",
        "escape\u001b[31m",
        "$HOME `id` %PATH% ${x}"
      })
  void aSecretIsFoundAsItWasSavedOrRefusedBeforeAnythingIsWritten(String text) {
    store.save(List.of(credential(GIT, "keeper", "kept")));

    StoreException.Unrepresentable refusal =
        catchThrowableOfType(
            StoreException.Unrepresentable.class,
            () -> store.save(List.of(credential(API, "ann", text))));

    if (refusal == null) {
      assertThat(revealed(store.find(API))).isEqualTo("ann=" + text);
    } else {
      assertThat(store.find(API)).isEmpty();
      assertThat(refusal.toString()).doesNotContain(text);
    }
    assertThat(revealed(store.find(GIT))).isEqualTo("keeper=kept");
  }

  @Test
  void aSecretOfTheStatedLimitIsHeldAndALongerOneRefused() {
    int limit = store.traits().maxSecretBytes();
    if (limit > 1_000_000) {
      assertThat(limit).as("a store without a limit takes a megabyte").isPositive();
      store.save(List.of(credential(API, "ann", "x".repeat(1_000_000))));
      assertThat(revealed(store.find(API))).hasSize(1_000_004);
      return;
    }
    store.save(List.of(credential(API, "ann", "x".repeat(limit))));
    assertThat(revealed(store.find(API))).isEqualTo("ann=" + "x".repeat(limit));

    String tooLong = "y".repeat(limit + 1);
    StoreException refusal =
        catchThrowableOfType(
            StoreException.class, () -> store.save(List.of(credential(API, "ann", tooLong))));
    assertThat(refusal).isInstanceOf(StoreException.Unrepresentable.class);
    assertThat(refusal.toString()).doesNotContain("yyyy");
    assertThat(revealed(store.find(API))).isEqualTo("ann=" + "x".repeat(limit));
  }

  @Test
  void savingSeveralIsAllOrNothing() {
    int limit = store.traits().maxSecretBytes();
    if (limit > 1_000_000) {
      return;
    }
    store.save(List.of(credential(API, "ann", "old")));

    StoreException refusal =
        catchThrowableOfType(
            StoreException.class,
            () ->
                store.save(
                    List.of(
                        credential(API, "ann", "new"),
                        credential(GIT, "ann", "y".repeat(limit + 1)))));

    assertThat(refusal).isInstanceOf(StoreException.Unrepresentable.class);
    assertThat(revealed(store.find(API))).isEqualTo("ann=old");
    assertThat(store.find(GIT)).isEmpty();
  }

  @Test
  void savingAnIdTwiceLeavesOneWithTheNewSecretAndHandsBackTheOld() {
    store.save(List.of(credential(API, "ann", "old")));
    Saved saved = store.save(List.of(credential(API, "ann", "new")));

    assertThat(store.list()).containsExactly(new CredentialId(API, "ann"));
    assertThat(revealed(store.find(API))).isEqualTo("ann=new");
    assertThat(saved.displaced()).containsExactly(credential(API, "ann", "old"));

    store.undo(saved);
    assertThat(revealed(store.find(API))).isEqualTo("ann=old");
  }

  @Test
  void anotherLoginOfTheHostIsKeptOrHandedBackAsTheStoreSays() {
    store.save(List.of(credential(API, "ann", "anns")));
    Saved saved = store.save(List.of(credential(API, "bob", "bobs")));

    assertThat(revealed(store.find(new CredentialId(API, "bob")))).isEqualTo("bob=bobs");
    if (store.traits().manyLoginsPerHost()) {
      assertThat(revealed(store.find(new CredentialId(API, "ann")))).isEqualTo("ann=anns");
      assertThat(saved.displaced()).isEmpty();
    } else {
      assertThat(store.list()).containsExactly(new CredentialId(API, "bob"));
      assertThat(saved.displaced()).containsExactly(credential(API, "ann", "anns"));
    }

    store.undo(saved);
    assertThat(store.list()).containsExactly(new CredentialId(API, "ann"));
    assertThat(revealed(store.find(API))).isEqualTo("ann=anns");
  }

  @Test
  void undoingAFirstSaveLeavesNothing() {
    Saved saved =
        store.save(List.of(credential(API, "ann", "s3cret"), credential(GIT, "ann", "s3cret")));
    store.undo(saved);

    assertThat(store.list()).isEmpty();
  }

  @Test
  void removeTellsWhatItRemovedAndKeepsTheRest() {
    store.save(List.of(credential(API, "ann", "a"), credential(GIT, "ann", "b")));

    assertThat(store.remove(List.of(new CredentialId(API, "ann"), new CredentialId(API, "nobody"))))
        .containsExactly(new CredentialId(API, "ann"));
    assertThat(store.find(API)).isEmpty();
    assertThat(revealed(store.find(GIT))).isEqualTo("ann=b");
    assertThat(store.remove(List.of(new CredentialId(API, "ann")))).isEmpty();
  }

  @Test
  void rehearsingTellsWhatASaveWouldDisplaceAndChangesNothing() {
    store.save(List.of(credential(API, "ann", "old"), credential(GIT, "ann", "kept")));
    List<Credential> wanted =
        List.of(
            credential(API, "ann", "new"),
            credential(GIT, "bob", "bobs"),
            credential(Host.parse("new.contract.example"), "ann", "s3cret"));

    Saved rehearsed = store.rehearse(wanted);

    assertThat(store.list())
        .containsExactlyInAnyOrder(new CredentialId(API, "ann"), new CredentialId(GIT, "ann"));
    assertThat(revealed(store.find(API))).isEqualTo("ann=old");
    assertThat(revealed(store.find(GIT))).isEqualTo("ann=kept");
    assertThat(store.save(wanted)).isEqualTo(rehearsed);
  }

  @Test
  void rehearsingRefusesWhatASaveWouldRefuse() {
    int limit = store.traits().maxSecretBytes();
    if (limit > 1_000_000) {
      return;
    }
    Credential tooLong = credential(API, "ann", "y".repeat(limit + 1));

    StoreException refusal =
        catchThrowableOfType(StoreException.class, () -> store.rehearse(List.of(tooLong)));

    assertThat(refusal).isInstanceOf(StoreException.Unrepresentable.class);
    assertThat(refusal.toString()).doesNotContain("yyyy");
    assertThat(store.list()).isEmpty();
  }

  @Test
  void whatChangedMeanwhileIsNotRemoved() {
    store.save(List.of(credential(API, "ann", "new"), credential(GIT, "ann", "same")));

    assertThat(
            store.removeUnchanged(
                List.of(
                    credential(API, "ann", "old"),
                    credential(GIT, "ann", "same"),
                    credential(Host.parse("no.contract.example"), "ann", "same"))))
        .containsExactly(new CredentialId(GIT, "ann"));
    assertThat(revealed(store.find(API))).isEqualTo("ann=new");
    assertThat(store.find(GIT)).isEmpty();
  }

  @Test
  void aStoreIsTheSamePlaceAsItself() {
    assertThat(store.isSamePlaceAs(store)).isTrue();
    try (TokenStore again = open()) {
      assertThat(store.isSamePlaceAs(again)).isTrue();
    }
  }

  @Test
  void statusIsReady() {
    assertThat(store.status()).isInstanceOf(StoreStatus.Ready.class);
    assertThat(store.status().reason()).isNotBlank();
  }

  @Test
  void nothingPrintsASecret() {
    Saved saved = store.save(List.of(credential(API, "ann", "s3cret-canary")));
    Saved again = store.save(List.of(credential(API, "ann", "another-canary")));

    assertThat(store.toString() + saved + again + store.find(API) + store.list() + store.status())
        .doesNotContain("canary");
  }

  @Test
  void threadsSavingOneIdLeaveOneOfTheirSecrets() throws Exception {
    inThreads(
        thread -> {
          store.save(List.of(credential(API, "ann", "secret-" + thread)));
          return null;
        });

    assertThat(store.list()).containsExactly(new CredentialId(API, "ann"));
    assertThat(revealed(store.find(API))).matches("ann=secret-[0-7]");
  }

  @Test
  void threadsSavingDifferentIdsLoseNone() throws Exception {
    inThreads(
        thread -> {
          Host host = Host.parse("host-" + thread + ".example");
          try (TokenStore own = open()) {
            own.save(List.of(credential(host, "ann", "secret-" + thread)));
          }
          return null;
        });

    for (int thread = 0; thread < THREADS; thread++) {
      assertThat(revealed(store.find(Host.parse("host-" + thread + ".example"))))
          .isEqualTo("ann=secret-" + thread);
    }
  }

  private interface ThreadAction {
    @org.jspecify.annotations.Nullable Void run(int thread) throws Exception;
  }

  private static void inThreads(ThreadAction action) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<?>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        Callable<?> task =
            () -> {
              start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
              return action.run(thread);
            };
        results.add(pool.submit(task));
      }
      for (Future<?> result : results) {
        result.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void processesSavingAtOnceLoseNothingAndLeaveOneOfOneId() throws Exception {
    Optional<StoreSpec> spec = sharedSpec();
    if (spec.isEmpty()) {
      return;
    }
    List<SaverProcess> savers = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        boolean shared = i % 2 == 0;
        Host host = shared ? API : Host.parse("process-" + i + ".example");
        savers.add(SaverProcess.start(spec.get(), host, "ann"));
      }
      for (int i = 0; i < PROCESSES; i++) {
        savers.get(i).save(Secret.of("secret-" + i));
      }
      for (SaverProcess saver : savers) {
        saver.awaitSaved();
      }
    } finally {
      savers.forEach(SaverProcess::close);
    }

    assertThat(store.list()).hasSize(1 + PROCESSES / 2).doesNotHaveDuplicates();
    assertThat(revealed(store.find(API))).matches("ann=secret-\\d+");
    for (int i = 1; i < PROCESSES; i += 2) {
      assertThat(revealed(store.find(Host.parse("process-" + i + ".example"))))
          .isEqualTo("ann=secret-" + i);
    }
  }
}
