package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.Interaction;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes calls for which the API may want a second factor's code. A person at the terminal is asked
 * for it, and the calls are made again; a wrong code may be given anew, three times in all.
 */
final class SecondFactorCalls {
  private static final int TRIES = 3;
  // The API's names for a wrong or used code, and for a code that it does not count as one.
  private static final Set<String> WRONG = Set.of("invalid_two_factor_code", "two_factor");

  private final SecondFactorApi api;
  private final Interaction person;

  SecondFactorCalls(SecondFactorApi api, Interaction person) {
    this.api = api;
    this.person = person;
  }

  /**
   * Makes the calls.
   *
   * @throws ApiException.TwoFactorRequired when a code is wanted and nobody can be asked
   * @throws WrongCode when the last code is wrong too
   */
  <R> R answering(Secret token, Supplier<R> calls) {
    try {
      return calls.get();
    } catch (ApiException.TwoFactorRequired e) {
      return answered(e, token, calls);
    }
  }

  private <R> R answered(ApiException.TwoFactorRequired first, Secret token, Supplier<R> calls) {
    ApiException.TwoFactorRequired demanded = first;
    for (int tried = 1; ; tried++) {
      SecondFactorDemand demand = demand(demanded);
      try (Secret code = person.askSecret(question(demand))) {
        return withCode(demand, token, code, calls);
      } catch (ApiException.TwoFactorRequired e) {
        // Another call of theirs wants one, or this one still does.
        if (tried == TRIES) {
          throw e;
        }
        demanded = e;
      } catch (ApiException.Rejected e) {
        if (!isWrong(e)) {
          throw e;
        }
        if (tried == TRIES) {
          throw new WrongCode(e);
        }
        person.warn(e.failure().message());
      }
    }
  }

  private SecondFactorDemand demand(ApiException.TwoFactorRequired demanded) {
    Optional<SecondFactorDemand> demand = demanded.demand();
    if (demand.isEmpty() || !person.canAsk()) {
      throw demanded.withHint(
          "run it at a terminal, without --no-input: the code is asked for there");
    }
    return demand.get();
  }

  private static String question(SecondFactorDemand demand) {
    return "Two-factor code" + demand.app().map(app -> " for " + app).orElse("");
  }

  private <R> R withCode(SecondFactorDemand demand, Secret token, Secret code, Supplier<R> calls) {
    if (demand.app().isEmpty()) {
      return api.withCode(demand, code, calls);
    }
    api.preauthorize(token, demand.app().get(), code);
    return calls.get();
  }

  /** A code that can't be one is refused before it is sent. */
  private static boolean isWrong(ApiException.Rejected refusal) {
    return refusal.failure().status().isEmpty()
        || refusal.failure().errorId().filter(WRONG::contains).isPresent();
  }

  /** Told apart from a refused token, which a login would help. */
  static final class WrongCode extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    private final transient ApiException.Rejected refusal;

    private WrongCode(ApiException.Rejected refusal) {
      super(refusal);
      this.refusal = refusal;
    }

    ApiException.Rejected refusal() {
      return refusal;
    }
  }
}
