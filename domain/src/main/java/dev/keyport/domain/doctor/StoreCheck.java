package dev.keyport.domain.doctor;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether a store is there and works: its state, what in it others stumble over, and whether a
 * credential that is written can be read again.
 */
public final class StoreCheck implements Check {
  /** What stores are looked at in; what is beside them as well. */
  static final String LANE = "stores";

  private final StoreSpec spec;
  private final boolean writtenTo;
  private final Supplier<TokenStore> opening;
  private final RoundTrip roundTrip;
  private final Upkeep upkeep;

  /**
   * @param spec which store
   * @param writtenTo whether logins are saved to it; where not, it is one that is only read, and
   *     may be missing
   * @param opening opens that one store so that nobody is ever asked; it is closed after
   * @param roundTrip the trial write
   * @param upkeep what can be mended of it; what it finds is told where the store's own state does
   *     not tell it
   */
  public StoreCheck(
      StoreSpec spec,
      boolean writtenTo,
      Supplier<TokenStore> opening,
      RoundTrip roundTrip,
      Upkeep upkeep) {
    this.spec = spec;
    this.writtenTo = writtenTo;
    this.opening = opening;
    this.roundTrip = roundTrip;
    this.upkeep = upkeep;
  }

  @Override
  public String id() {
    return "store:" + spec;
  }

  @Override
  public String name() {
    return "store " + spec;
  }

  @Override
  public String lane() {
    return LANE;
  }

  @Override
  public List<Finding> run() {
    // Before the trial, which sweeps.
    List<Finding> besides = besides();
    List<Finding> findings = new ArrayList<>();
    try (TokenStore store = opening.get()) {
      findings.addAll(findings(store, store.status()));
    }
    Set<String> told = findings.stream().map(Finding::code).collect(Collectors.toSet());
    boolean failed = findings.stream().anyMatch(found -> found.level() == Level.FAILURE);
    besides.stream()
        .filter(found -> !failed && !told.contains(found.code()))
        .forEach(findings::add);
    return findings;
  }

  /** What keeps it from being looked at keeps the store from being used, which is told there. */
  private List<Finding> besides() {
    try {
      return upkeep.look().stream().map(Ailment::finding).toList();
    } catch (KeyportException e) {
      return List.of();
    }
  }

  @Override
  public List<Mended> mend() {
    return Upkeep.mend(upkeep);
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
