package dev.keyport.domain.store;

import dev.keyport.domain.provider.Loaded;
import dev.keyport.domain.settings.Machine;
import java.util.ServiceLoader;

/**
 * Reads the policy of the machine's administrator; found by {@link ServiceLoader}. An
 * implementation is public and has a public constructor without parameters. It, and the policy that
 * it answers, is used by one thread at a time.
 */
public interface PolicySource {
  /**
   * The policy.
   *
   * @throws dev.keyport.domain.error.UsageException when there is one and it can't be read or
   *     understood: then no store is opened
   */
  StorePolicy of(Machine machine);

  /**
   * What all that are present say: a store is allowed where each of them allows it.
   *
   * @throws dev.keyport.domain.error.AdapterException when one can't be loaded: what it would say
   *     is not known
   */
  static StorePolicy ofAll(Machine machine) {
    return ofAll(machine, ServiceLoader.load(PolicySource.class));
  }

  /** The same of those that are found so. */
  static StorePolicy ofAll(Machine machine, ServiceLoader<PolicySource> sources) {
    StorePolicy all = StorePolicy.NONE;
    for (PolicySource source : Loaded.all(sources, "policy")) {
      StorePolicy before = all;
      StorePolicy next = Loaded.asked("policy", () -> source.of(machine));
      all =
          spec -> {
            before.check(spec);
            next.check(spec);
          };
    }
    return all;
  }
}
