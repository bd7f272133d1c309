package dev.keyport.domain.configuration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an import would take over.
 *
 * @param place where it stands
 * @param accounts those to take over
 * @param skipped those that can't be
 * @param inUse which of the first the other program says is in use
 */
public record ImportPlan(
    String place,
    List<ForeignAccounts.One> accounts,
    List<SkippedAccount> skipped,
    Optional<String> inUse) {
  public ImportPlan {
    Objects.requireNonNull(place, "place");
    accounts = List.copyOf(accounts);
    skipped = List.copyOf(skipped);
    Objects.requireNonNull(inUse, "inUse");
  }
}
