package dev.keyport.domain.store;

import dev.keyport.domain.error.Place;
import dev.keyport.domain.error.UsageException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which stores may be used on this machine. It is asked as a store is opened, after every flag,
 * variable and setting, and none of them can say otherwise.
 */
public interface StorePolicy {
  /** The one setting that a policy has. */
  String KEY = "stores.allowed";

  /** Allows every store. */
  StorePolicy NONE = spec -> {};

  /**
   * Raises that a store is not allowed.
   *
   * @throws UsageException when it is not; the message names the policy
   */
  void check(StoreSpec spec);

  /**
   * Allows these alone: {@code netrc} every netrc file, {@code netrc:/path} that file alone.
   *
   * @param list with commas
   * @param place where the policy says so
   * @throws UsageException when the list can't be read
   */
  static StorePolicy allowing(String list, Place place) {
    List<StoreSpec> allowed = parse(list, place);
    return spec -> {
      if (!allowed.contains(spec) && !allowed.contains(new StoreSpec(spec.scheme(), ""))) {
        throw new UsageException(
            "the store "
                + spec
                + " is not allowed on this machine: "
                + place
                + " allows "
                + allowed.stream().map(StoreSpec::toString).collect(Collectors.joining(", ")),
            "use one of these; the policy is its administrator's to change");
      }
    };
  }

  private static List<StoreSpec> parse(String list, Place place) {
    try {
      return StoreSpec.parseList(list);
    } catch (UsageException e) {
      throw new UsageException(
          place + ": " + KEY + ": " + e.message() + "; no store is used until it is mended",
          "it is a list such as: keychain, vault");
    }
  }
}
