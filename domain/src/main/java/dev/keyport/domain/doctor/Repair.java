package dev.keyport.domain.doctor;

import java.util.List;
import java.util.Objects;

/**
 * What was mended, and how things stand since.
 *
 * @param mended in the order it was done; empty where there was nothing that is safe to mend
 * @param after what all checks found once more, or the first time where nothing was done
 */
public record Repair(List<Mended> mended, Diagnosis after) {
  public Repair {
    mended = List.copyOf(mended);
    Objects.requireNonNull(after, "after");
  }
}
