package dev.keyport.domain.doctor;

import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.token.EnvironmentToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Environment variables that can't be read, or that take the place of a login. */
public final class EnvironmentCheck implements Check {
  private final Machine machine;

  /**
   * @param machine its environment is looked at
   */
  public EnvironmentCheck(Machine machine) {
    this.machine = machine;
  }

  @Override
  public String name() {
    return "environment";
  }

  @Override
  public List<Finding> run() {
    Endpoints endpoints = Endpoints.of(machine);
    Optional<EnvironmentToken> token = EnvironmentToken.of(machine);
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("endpoints", "API " + endpoints.api() + ", git " + endpoints.git()));
    token.ifPresent(
        found ->
            findings.add(
                Finding.warning(
                    "environment-token",
                    found.variable()
                        + " is set: its token is used in place of any stored login, and login"
                        + " refuses",
                    "unset " + found.variable())));
    return findings;
  }
}
