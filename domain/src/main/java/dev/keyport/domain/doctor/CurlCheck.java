package dev.keyport.domain.doctor;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether {@code curl -n} finds the login. */
public final class CurlCheck implements Check {
  private static final Pattern VERSION =
      Pattern.compile("curl (\\d{1,4})\\.(\\d{1,4})[0-9A-Za-z.-]*");

  private final Programs programs;
  private final List<StoreSpec> stores;
  private final Machine machine;

  /**
   * @param programs runs curl
   * @param stores the ones in use
   * @param machine whose {@code NETRC} and home folder count
   */
  public CurlCheck(Programs programs, List<StoreSpec> stores, Machine machine) {
    this.programs = programs;
    this.stores = List.copyOf(stores);
    this.machine = machine;
  }

  @Override
  public String id() {
    return "curl";
  }

  @Override
  public String name() {
    return "curl";
  }

  @Override
  public List<Finding> run() {
    Programs.Outcome outcome = programs.run("curl", "--version");
    if (outcome instanceof Programs.Outcome.Missing) {
      return List.of(Finding.ok("curl-missing", "not there; nothing of it to look at"));
    }
    if (outcome instanceof Programs.Outcome.TimedOut) {
      return List.of(
          Finding.warning("curl-timeout", "it did not answer in time", "run: curl --version"));
    }
    Matcher version = VERSION.matcher(((Programs.Outcome.Ended) outcome).output());
    return version.lookingAt()
        ? findings(version)
        : List.of(
            Finding.warning("curl-unknown", "it does not tell its version", "run: curl --version"));
  }

  private List<Finding> findings(Matcher version) {
    List<Finding> findings = new ArrayList<>();
    boolean readsVariable = readsVariable(version);
    String known = version.group().substring("curl ".length());
    findings.add(
        Finding.ok(
            "curl-version",
            known + (readsVariable ? ", which reads NETRC" : ", which does not read NETRC")));
    programs
        .find("curl")
        .filter(path -> path.startsWith("/snap/"))
        .ifPresent(
            path ->
                findings.add(
                    Finding.warning(
                        "curl-snap",
                        path + " is a snap, which may not read hidden files such as ~/.netrc",
                        "install curl from the system's packages")));
    switch (NetrcUse.of(stores, machine)) {
      case HOME -> {
        if (readsVariable && machine.variable("NETRC").isPresent()) {
          findings.add(
              Finding.warning(
                  "curl-reads-other-netrc",
                  "NETRC is set: curl -n reads the file it names, and not the one in the home folder",
                  "unset NETRC, or use the store netrc, which follows it"));
        } else {
          findings.add(Finding.ok("curl-netrc", "curl -n reads the netrc in the home folder"));
        }
      }
      case VARIABLE ->
          findings.add(
              readsVariable
                  ? Finding.ok("curl-netrc", "curl -n reads the netrc that NETRC names")
                  : Finding.warning(
                      "curl-ignores-netrc-variable",
                      "curl before 8.16 ignores NETRC and reads the netrc in the home folder",
                      "curl --netrc-file \"$NETRC\", or unset NETRC"));
      case ELSEWHERE ->
          findings.add(
              Finding.warning(
                  "curl-finds-nothing",
                  "curl -n reads the netrc in the home folder, and the login is in another",
                  "curl --netrc-file FILE"));
      case NONE ->
          findings.add(
              Finding.warning(
                  "curl-finds-nothing",
                  "curl -n reads netrc files, and none is among the stores in use",
                  "printf 'header = \"Authorization: Bearer %s\"\\n' \"$(keyport auth:token)\" |"
                      + " curl --config - URL"));
    }
    return findings;
  }

  /** Since 8.16.0, says curl(1) of --netrc. */
  private static boolean readsVariable(Matcher version) {
    int major = Integer.parseInt(version.group(1));
    return major > 8 || (major == 8 && Integer.parseInt(version.group(2)) >= 16);
  }
}
