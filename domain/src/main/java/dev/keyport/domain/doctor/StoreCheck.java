package dev.keyport.domain.doctor;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether a store is there and works: its state, what in it others stumble over, and whether a
 * credential that is written can be read again.
 */
public final class StoreCheck implements Check {
  private final StoreSpec spec;
  private final boolean writtenTo;
  private final Supplier<TokenStore> opening;
  private final RoundTrip roundTrip;

  /**
   * @param spec which store
   * @param writtenTo whether logins are saved to it; where not, it is one that is only read, and
   *     may be missing
   * @param opening opens that one store so that nobody is ever asked; it is closed after
   * @param roundTrip the trial write
   */
  public StoreCheck(
      StoreSpec spec, boolean writtenTo, Supplier<TokenStore> opening, RoundTrip roundTrip) {
    this.spec = spec;
    this.writtenTo = writtenTo;
    this.opening = opening;
    this.roundTrip = roundTrip;
  }

  @Override
  public String name() {
    return "store " + spec;
  }

  @Override
  public List<Finding> run() {
    try (TokenStore store = opening.get()) {
      return findings(store, store.status());
    }
  }

  private List<Finding> findings(TokenStore store, StoreStatus status) {
    if (status instanceof StoreStatus.Ready ready) {
      return ready(store, ready);
    }
    if (status instanceof StoreStatus.Unavailable unavailable) {
      return List.of(Finding.failure(unavailable.failure()));
    }
    if (status instanceof StoreStatus.Locked locked) {
      return List.of(Finding.failure(ErrorCode.STORE_LOCKED, locked.reason(), locked.hint()));
    }
    return List.of(absent((StoreStatus.Absent) status));
  }

  private Finding absent(StoreStatus.Absent absent) {
    return writtenTo
        ? Finding.failure(ErrorCode.STORE_UNAVAILABLE, absent.reason(), absent.hint())
        : Finding.warning(
            "store-passed-over",
            absent.reason() + ": this store of the list is passed over",
            absent.hint().orElse("take " + spec + " out of the list"));
  }

  private List<Finding> ready(TokenStore store, StoreStatus.Ready ready) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("store-ready", ready.reason()));
    ready.warnings().forEach(warning -> findings.add(Finding.warning(warning)));
    findings.addAll(
        ready
            .noTrial()
            .map(why -> List.of(Finding.ok("trial-write-skipped", "no trial write: " + why)))
            .orElseGet(() -> roundTrip.of(store)));
    return findings;
  }
}
