package dev.keyport.it.readers;

import dev.keyport.it.Needed;
import dev.keyport.it.Processes;
import java.util.List;
import java.util.Map;

/** GNU wget, which reads only the netrc of the home folder. */
final class WgetReader implements NetrcReader {
  @Override
  public String name() {
    return "wget";
  }

  @Override
  public void need() {
    Needed.command("wget");
  }

  @Override
  public boolean runsOnce() {
    return false;
  }

  @Override
  public Reading read(List<Written> table) {
    try (CredentialLog log = new CredentialLog()) {
      for (Written written : table) {
        List<String> command =
            List.of(
                "wget",
                "--no-config",
                "--quiet",
                "--output-document=/dev/null",
                "--tries=1",
                "--timeout=20",
                CredentialLog.address(written));
        Processes.run(
            Commands.atHome(written, Map.of("http_proxy", log.proxy()), command), "", "wget");
      }
      Version version = Version.in(Commands.output("wget", "--version"));
      return new Reading(List.of(new Program("wget", version)), log.logins());
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
