package dev.keyport.it.readers;

import dev.keyport.it.Needed;
import dev.keyport.it.Processes;
import java.util.List;
import java.util.stream.Collectors;

/** curl: one run for all files. */
final class CurlReader implements NetrcReader {
  @Override
  public String name() {
    return "curl";
  }

  @Override
  public void need() {
    Needed.command("curl");
  }

  static Version version() {
    return Version.in(Commands.output("curl", "--version"));
  }

  @Override
  public boolean runsOnce() {
    return true;
  }

  @Override
  public Reading read(List<Written> table) {
    try (CredentialLog log = new CredentialLog()) {
      String options =
          table.stream()
              .map(written -> options(written, log.proxy()))
              .collect(Collectors.joining("next\n"));
      Processes.run(
          Commands.inherited(List.of("curl", "-q", "-s", "--config", "-")), options, "curl");
      return new Reading(List.of(new Program("curl", version())), log.logins());
    }
  }

  private static String options(Written written, String proxy) {
    return """
    globoff
    netrc-file = "%s"
    proxy = "%s"
    noproxy = ""
    max-time = 20
    output = "/dev/null"
    url = "%s"
    """
        .formatted(written.netrc(), proxy, CredentialLog.address(written));
  }

  @Override
  public String toString() {
    return name();
  }
}
