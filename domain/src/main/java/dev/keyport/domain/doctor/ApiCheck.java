package dev.keyport.domain.doctor;

import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.token.FoundToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Whether the API can be reached and takes the token in force, for whom, and how many requests it
 * has left for the account. Without a token it is not asked.
 */
public final class ApiCheck implements Check {
  /** A verb makes up to a handful, and others make some at the same time. */
  private static final int FEW = 50;

  private final AuthApi api;
  private final Host host;
  private final Supplier<Optional<FoundToken>> token;

  /**
   * @param api is asked who the token belongs to
   * @param host the API's, named where there is no token
   * @param token the one in force; looked up so that nobody is asked
   */
  public ApiCheck(AuthApi api, Host host, Supplier<Optional<FoundToken>> token) {
    this.api = api;
    this.host = host;
    this.token = token;
  }

  @Override
  public String name() {
    return "api";
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
        .map(it -> asked(it.token()))
        .orElseGet(
            () ->
                List.of(
                    Finding.ok("not-logged-in", "not asked: there is no credential for " + host)));
  }

  private List<Finding> asked(Secret secret) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("api-reached", "reached, as " + api.account(secret).email()));
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
}
