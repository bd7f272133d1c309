package dev.keyport.domain.doctor;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreSpec;
import java.util.List;

/**
 * Which netrc of the stores in use other programs read by themselves: curl and git look in the home
 * folder alone, or, from curl 8.16 on, where {@code NETRC} says.
 */
enum NetrcUse {
  /** No netrc is among the stores. */
  NONE,
  /** One is, at a path of its own, where nobody else looks. */
  ELSEWHERE,
  /** The one that {@code NETRC} names. */
  VARIABLE,
  /** The one in the home folder. */
  HOME;

  static NetrcUse of(List<StoreSpec> stores, Machine machine) {
    List<StoreSpec> netrcs = stores.stream().filter(spec -> spec.scheme().equals("netrc")).toList();
    if (netrcs.isEmpty()) {
      return NONE;
    }
    if (netrcs.stream().anyMatch(spec -> isHome(spec.argument(), machine))) {
      return HOME;
    }
    if (netrcs.stream().noneMatch(spec -> spec.argument().isEmpty())) {
      return ELSEWHERE;
    }
    return machine.variable("NETRC").isPresent() ? VARIABLE : HOME;
  }

  private static boolean isHome(String argument, Machine machine) {
    return argument.equals("~/.netrc")
        || (machine.isHomeKnown() && argument.equals(machine.home().resolve(".netrc").toString()));
  }
}
