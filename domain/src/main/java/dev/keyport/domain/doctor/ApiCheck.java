package dev.keyport.domain.doctor;

import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.token.FoundToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Whether the API takes the token in force, for whom and how long, and how many requests it has
 * left for the account. Without a token it is not asked.
 */
public final class ApiCheck implements Check {
  /** A verb makes up to a handful, and others make some at the same time. */
  private static final int FEW = 50;

  private static final Duration SOON = Duration.ofDays(1);

  private final AuthApi api;
  private final Host host;
  private final Supplier<Optional<FoundToken>> token;
  private final ReachCheck reach;
  private final Clock clock;

  /**
   * @param api is asked who the token belongs to
   * @param host the API's, named where there is no token
   * @param token the one in force; looked up so that nobody is asked
   * @param reach has been run before: where the API was not reached then, it is not asked
   * @param clock tells how long the token is good for yet
   */
  public ApiCheck(
      AuthApi api, Host host, Supplier<Optional<FoundToken>> token, ReachCheck reach, Clock clock) {
    this.api = api;
    this.host = host;
    this.token = token;
    this.reach = reach;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "api";
  }

  @Override
  public String name() {
    return "login";
  }

  @Override
  public String lane() {
    return ReachCheck.LANE;
  }

  @Override
  public List<Finding> run() {
    Optional<FoundToken> found;
    try {
      found = token.get();
    } catch (StoreException e) {
      // The check of the store tells of it.
      return List.of(Finding.ok("api-not-asked", "not asked: the store with the token fails"));
    }
    return found
        .map(this::asked)
        .orElseGet(
            () ->
                List.of(
                    Finding.ok("not-logged-in", "not asked: there is no credential for " + host)));
  }

  private List<Finding> asked(FoundToken found) {
    if (!reach.isReached()) {
      return List.of(Finding.ok("api-not-asked", "not asked: the API is not reached"));
    }
    Secret secret = found.token();
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "api-reached",
            "valid, as " + api.account(secret).email() + ", from " + found.origin()));
    found.expiresAt().ifPresent(end -> findings.add(end(end)));
    OptionalInt left = api.remainingRequests(secret);
    if (left.isPresent()) {
      String said = left.getAsInt() + " requests are left of those allowed in an hour";
      findings.add(
          left.getAsInt() < FEW
              ? Finding.warning(
                  "rate-limit-low",
                  said,
                  "wait some minutes; see whether a script asks the API all the time")
              : Finding.ok("rate-limit", said));
    }
    return findings;
  }

  private Finding end(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    Instant second = end.truncatedTo(ChronoUnit.SECONDS);
    return left.compareTo(SOON) > 0
        ? Finding.ok("login-ends", "until " + second)
        : Finding.warning("login-ends-soon", "it ends at " + second, "keyport auth:rotate");
  }
}
