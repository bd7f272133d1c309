package dev.keyport.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.testkit.FaultyTokenStore;
import dev.keyport.testkit.FaultyTokenStore.Call;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreCheckTest {
  private static final StoreSpec MEMORY = new StoreSpec("memory", "");
  private static final CredentialId ANN = new CredentialId(Host.parse("h.example"), "ann");
  private static final CredentialId PROBE =
      new CredentialId(Host.parse("keyport-probe.invalid"), "keyport-doctor");

  private final FaultyTokenStore store = new FaultyTokenStore();

  private static List<Finding> findings(TokenStore store, boolean writtenTo) {
    return new StoreCheck(
            MEMORY,
            writtenTo,
            () -> store,
            new RoundTrip(new SecureRandom(), CriticalSection.unguarded()),
            Upkeep.none())
        .run();
  }

  private List<Finding> findings() {
    return findings(store, true);
  }

  private static StoreException full() {
    return new StoreException.Unavailable("the disk is full", "free some", null);
  }

  @Test
  void aStoreThatWorksIsAsItWas() {
    store.save(List.of(new Credential(ANN.host(), ANN.login(), Secret.of("s"))));

    assertThat(findings())
        .extracting(Finding::code, Finding::level)
        .containsExactly(tuple("store-ready", Level.OK), tuple("trial-write", Level.OK));
    assertThat(store.list()).containsExactly(ANN);
  }

  @Test
  void whatAKilledRunLeftGoes() {
    store.save(List.of(new Credential(PROBE.host(), PROBE.login(), Secret.of("old"))));

    assertThat(findings()).extracting(Finding::code).contains("probe-removed");
    assertThat(store.list()).isEmpty();
  }

  @Test
  void aWriteThatFailsIsItsError() {
    store.fail(Call.SAVE, full());

    assertThat(findings())
        .last()
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo("store-unavailable");
              assertThat(failure.what()).isEqualTo("the disk is full");
              assertThat(failure.mend()).contains("free some");
            });
  }

  @Test
  void whatCannotBeReadIsTakenBackAllTheSame() {
    Reading broken =
        new Reading(
            store,
            id -> {
              throw new StoreException.Unavailable("gone", null, null);
            });

    assertThat(findings(broken, true)).last().extracting(Finding::what).isEqualTo("gone");
    assertThat(store.list()).isEmpty();
  }

  @Test
  void anotherSecretOrNoneIsAFailure() {
    Reading other =
        new Reading(
            store, id -> Optional.of(new Credential(id.host(), id.login(), Secret.of("other"))));

    assertThat(findings(other, true)).last().matches(f -> f.what().contains("another was read"));
    assertThat(findings(new Reading(store, id -> Optional.empty()), true))
        .last()
        .matches(f -> f.level() == Level.FAILURE && f.what().contains("none could be read"));
    assertThat(store.list()).isEmpty();
  }

  @Test
  void whatCannotBeTakenBackIsSaidWithTheWay() {
    store.fail(Call.REMOVE, full());

    assertThat(findings())
        .last()
        .satisfies(
            failure -> {
              assertThat(failure.level()).isEqualTo(Level.FAILURE);
              assertThat(failure.what()).contains("could not be taken back", "the disk is full");
              assertThat(failure.mend())
                  .contains("keyport credentials:remove keyport-probe.invalid");
            });
  }

  @Test
  void anUnavailableStoreIsNotWrittenTo() {
    store.fail(Call.FIND, full());

    assertThat(findings()).singleElement().extracting(Finding::what).isEqualTo("the disk is full");
    assertThat(store.list()).isEmpty();
  }

  @Test
  void aLockedOneTellsHowToUnlockIt() {
    assertThat(findings(new Reading(store, "locked"), true))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo("store-locked");
              assertThat(failure.mend()).contains("unlock it");
            });
  }

  @Test
  void anAbsentOneFailsOnlyWhereLoginsAreSavedToIt() {
    Reading absent = new Reading(store, "absent");

    assertThat(findings(absent, true))
        .singleElement()
        .matches(f -> f.level() == Level.FAILURE && f.code().equals("store-unavailable"));
    assertThat(findings(absent, false))
        .singleElement()
        .matches(f -> f.level() == Level.WARNING && f.what().contains("passed over"));
  }

  @Test
  void whereATrialWouldLeaveATraceNoneIsMade() {
    store.fail(Call.SAVE, full());

    assertThat(findings(new Reading(store, "fragile"), true))
        .extracting(Finding::code)
        .containsExactly("store-ready", "odd", "trial-write-skipped");
  }

  @Test
  void whatIsBesideItIsToldOnceAndMended() {
    Upkeep upkeep =
        () ->
            List.of(
                Ailment.of(
                    Finding.warning("odd", "told by the store too", "even it"), () -> "evened"),
                Ailment.of(Finding.warning("left", "a file is left", "remove it")),
                Ailment.of(
                    Finding.warning("stuck", "stuck", "pull"),
                    () -> {
                      throw full();
                    }));
    StoreCheck check =
        new StoreCheck(
            MEMORY,
            true,
            () -> new Reading(store, "fragile"),
            new RoundTrip(new SecureRandom(), CriticalSection.unguarded()),
            upkeep);

    assertThat(check.run())
        .extracting(Finding::code)
        .containsExactly("store-ready", "odd", "trial-write-skipped", "left", "stuck");
    assertThat(check.mend())
        .containsExactly(Mended.done("evened"), Mended.failed("the disk is full"));
  }
}
