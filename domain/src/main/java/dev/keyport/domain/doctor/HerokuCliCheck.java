package dev.keyport.domain.doctor;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether the heroku CLI beside Keyport sees the same login. Of its version 11.10.0 it was seen
 * that it keeps logins in the desktop's keyring wherever {@code secret-tool} is, unless {@code
 * HEROKU_NETRC_WRITE} is {@code true}, and that it goes to Heroku for all but a few hosts.
 */
public final class HerokuCliCheck implements Check {
  private static final int WITH_KEYRING = 11;
  private static final Set<String> DOMAINS =
      Set.of("heroku.com", "herokai.com", "herokuspace.com", "herokudev.com");

  private final Supplier<Optional<HerokuCli>> cli;
  private final List<StoreSpec> stores;
  private final Machine machine;

  /**
   * @param cli looks for it
   * @param stores the ones in use
   * @param machine whose environment the CLI would see
   */
  public HerokuCliCheck(
      Supplier<Optional<HerokuCli>> cli, List<StoreSpec> stores, Machine machine) {
    this.cli = cli;
    this.stores = List.copyOf(stores);
    this.machine = machine;
  }

  @Override
  public String id() {
    return "heroku-cli";
  }

  @Override
  public String name() {
    return "heroku CLI";
  }

  @Override
  public List<Finding> run() {
    return cli.get()
        .map(this::findings)
        .orElseGet(
            () -> List.of(Finding.ok("heroku-cli-missing", "not there; nothing of it to look at")));
  }

  private List<Finding> findings(HerokuCli found) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "heroku-cli-found",
            found.version().map(version -> version + " at ").orElse("") + found.program()));
    boolean inNetrc =
        machine.variable("HEROKU_NETRC_WRITE").filter("true"::equals).isPresent()
            || !found.keyring()
            || found.version().map(HerokuCliCheck::major).orElse(WITH_KEYRING) < WITH_KEYRING;
    NetrcUse netrc = NetrcUse.of(stores, machine);
    if (!inNetrc && netrc != NetrcUse.NONE) {
      findings.add(
          Finding.warning(
              "heroku-cli-keyring",
              "it keeps its login in the desktop's keyring, since secret-tool is there: a login of"
                  + " its own does not come to the netrc",
              "export HEROKU_NETRC_WRITE=true has it use the netrc"));
    }
    machine
        .variable("HEROKU_HOST")
        .filter(host -> !takes(host))
        .ifPresent(
            host ->
                findings.add(
                    Finding.warning(
                        "heroku-cli-host",
                        "it does not take the host in HEROKU_HOST, and goes to heroku.com",
                        "use keyport for that host, and unset HEROKU_HOST for the heroku CLI")));
    return findings;
  }

  private static boolean takes(String host) {
    return host.contains("localhost")
        || host.contains("127.0.0.1")
        || DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
  }

  private static int major(String version) {
    String digits = version.replaceFirst("\\D.*", "");
    return digits.isEmpty() || digits.length() > 4 ? WITH_KEYRING : Integer.parseInt(digits);
  }
}
