package dev.keyport.domain.doctor;

import java.util.List;

/** Whether what Keyport keeps on this machine is in order. */
public final class UpkeepCheck implements Check {
  private final String id;
  private final String name;
  private final Finding well;
  private final Upkeep upkeep;

  /**
   * @param id the check's, for programs
   * @param name the check's, for a person
   * @param well what is found where nothing is wrong
   * @param upkeep looks, and has the remedies
   */
  public UpkeepCheck(String id, String name, Finding well, Upkeep upkeep) {
    this.id = id;
    this.name = name;
    this.well = well;
    this.upkeep = upkeep;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  /** A trial write sweeps files, and takes locks. */
  @Override
  public String lane() {
    return StoreCheck.LANE;
  }

  @Override
  public List<Finding> run() {
    List<Finding> wrong = upkeep.look().stream().map(Ailment::finding).toList();
    return wrong.isEmpty() ? List.of(well) : wrong;
  }

  @Override
  public List<Mended> mend() {
    return Upkeep.mend(upkeep);
  }
}
