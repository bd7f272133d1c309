package dev.keyport.it.faults;

import dev.keyport.it.verbs.ApiCall;
import dev.keyport.it.verbs.VerbRegistry;
import dev.keyport.it.verbs.VerbUse;
import dev.keyport.sandbox.Fault;
import dev.keyport.sandbox.FaultKind;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One cell of the matrix: a kind of fault happens to one of the calls of a use.
 *
 * @param kind what goes wrong
 * @param use what is run
 * @param call what it goes wrong with; {@link #ANY} for a use without calls
 */
record Cell(FaultKind kind, VerbUse use, ApiCall call) {
  static final ApiCall ANY = new ApiCall("*", "/**");

  private static final Duration SILENCE = Duration.ofMinutes(10);

  static Stream<Cell> all() {
    return VerbRegistry.uses().stream()
        .flatMap(
            use ->
                (use.calls().isEmpty() ? Stream.of(ANY) : use.calls().stream())
                    .flatMap(
                        call ->
                            Stream.of(FaultKind.values()).map(kind -> new Cell(kind, use, call))));
  }

  /** What goes wrong, however often the call is repeated. */
  Fault fault() {
    return held(call.fault(kind));
  }

  /** The fault with what its kind needs to be told. */
  Fault held(Fault fault) {
    return switch (kind) {
      case LATENCY -> fault.withLatency(SILENCE);
      case STATUS -> fault.withStatus(500);
      default -> fault;
    };
  }

  /** How long a call may take: where it is not what ends the call, it must not end another. */
  String timeout() {
    return kind == FaultKind.LATENCY ? "2s" : "30s";
  }

  /** What the command may end with. */
  Set<Integer> statuses() {
    if (call.equals(ANY) || use.goesOnWithout(call)) {
      return Set.of(use.exit());
    }
    return switch (kind) {
      case LATENCY, DROP, DROP_AFTER -> Set.of(120);
      case TRUNCATED -> Set.of(120, 122);
      case RATE_LIMIT -> Set.of(121);
      default -> Set.of(122);
    };
  }

  @Override
  public String toString() {
    return kind + " at " + call + " of " + use;
  }
}
