package dev.keyport.netrc;

import dev.keyport.domain.doctor.Ailment;
import dev.keyport.domain.doctor.Upkeep;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.files.FileUpkeep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mode of a netrc file, and what killed writers left beside it. Its entries are not read. */
public final class NetrcUpkeep implements Upkeep {
  private final StoreSpec spec;
  private final Machine machine;
  private final Duration timeout;

  /**
   * @param spec a store of the scheme {@code netrc}
   * @param machine the one it is on
   * @param timeout how long to wait for another that changes the file
   */
  public NetrcUpkeep(StoreSpec spec, Machine machine, Duration timeout) {
    this.spec = spec;
    this.machine = machine;
    this.timeout = timeout;
  }

  @Override
  public List<Ailment> look() {
    Path file = NetrcLocation.of(spec.optionalArgument(), machine).path();
    return Stream.of(
            FileUpkeep.openToOthers(file, NetrcStatus.READABLE_BY_OTHERS),
            FileUpkeep.leftovers(file, machine.stateFolder(), timeout, "netrc-leftover"))
        .flatMap(Optional::stream)
        .toList();
  }
}
