package dev.keyport.domain.doctor;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.token.EnvironmentToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Environment variables that can't be read, or that take the place of a login. */
public final class EnvironmentCheck implements Check {
  private static final List<String> HOSTS =
      List.of("HEROKU_HOST", "HEROKU_API_URL", "HEROKU_GIT_HOST");

  private final Machine machine;
  private final Optional<Endpoints> inForce;

  /**
   * @param machine its environment is looked at
   * @param inForce the addresses that flags, environment and settings come to; empty where they
   *     come to none
   */
  public EnvironmentCheck(Machine machine, Optional<Endpoints> inForce) {
    this.machine = machine;
    this.inForce = inForce;
  }

  @Override
  public String id() {
    return "environment";
  }

  @Override
  public String name() {
    return "environment";
  }

  @Override
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    try {
      Endpoints own = Endpoints.of(machine);
      Endpoints endpoints = inForce.orElse(own);
      findings.add(
          Finding.ok("endpoints", "API " + endpoints.api() + ", git " + endpoints.git() + named()));
    } catch (UsageException e) {
      findings.add(Finding.failure(e));
    }
    try {
      EnvironmentToken.of(machine).ifPresent(token -> findings.add(inForce(token)));
    } catch (UsageException e) {
      findings.add(Finding.failure(e));
    }
    if (machine.variable("HEROKU_API_TOKEN").isPresent()) {
      findings.add(
          Finding.warning(
              "environment-token-unread",
              "HEROKU_API_TOKEN is set, which nothing reads",
              "unset HEROKU_API_TOKEN; a token that shall be used goes into "
                  + EnvironmentToken.VARIABLE));
    }
    if (machine.variable("HEROKU_HOST").isPresent()
        && machine.variable("HEROKU_API_URL").isPresent()) {
      findings.add(
          Finding.warning(
              "environment-hosts",
              "HEROKU_HOST and HEROKU_API_URL are both set: the second names the API, and the heroku"
                  + " CLI reads the first alone",
              "unset one of them"));
    }
    return findings;
  }

  private String named() {
    List<String> set = HOSTS.stream().filter(name -> machine.variable(name).isPresent()).toList();
    return set.isEmpty() ? "" : ", by " + String.join(" and ", set);
  }

  private static Finding inForce(EnvironmentToken token) {
    return Finding.warning(
        "environment-token",
        token.variable()
            + " is set: its token is used in place of any stored login, and login refuses",
        "unset " + token.variable());
  }
}
