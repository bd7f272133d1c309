package dev.keyport.domain.doctor;

import dev.keyport.domain.error.ErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What all checks found.
 *
 * @param checks in the order they were run
 */
public record Diagnosis(List<Checked> checks) {
  public Diagnosis {
    checks = List.copyOf(checks);
  }

  /**
   * What one check found.
   *
   * @param id the check's, for programs
   * @param name the check's, for a person
   * @param findings at least one
   */
  public record Checked(String id, String name, List<Finding> findings) {
    public Checked {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException(name + " found nothing, not even that all is well");
      }
    }

    /** The worst of its findings. */
    public Level status() {
      return findings.stream().map(Finding::level).max(Level::compareTo).orElse(Level.OK);
    }
  }

  /** Whether nothing failed; warnings don't count. */
  public boolean isOk() {
    return failures().isEmpty();
  }

  /**
   * The error of every failure, where it is the same; {@link ErrorCode#FAILED} where there are
   * several kinds; empty when nothing failed.
   */
  public Optional<ErrorCode> error() {
    List<ErrorCode> kinds = failures();
    return kinds.size() > 1 ? Optional.of(ErrorCode.FAILED) : kinds.stream().findFirst();
  }

  private List<ErrorCode> failures() {
    return checks.stream()
        .flatMap(checked -> checked.findings().stream())
        .filter(finding -> finding.level() == Level.FAILURE)
        .map(Finding::error)
        .distinct()
        .toList();
  }
}
