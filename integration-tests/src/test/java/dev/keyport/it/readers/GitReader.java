package dev.keyport.it.readers;

import dev.keyport.it.Needed;
import dev.keyport.it.Processes;
import java.util.List;
import java.util.Map;

/** git over HTTP, with no credential helper: its libcurl reads the netrc of the home folder. */
final class GitReader implements NetrcReader {
  private static final String LIBCURL = "libcurl:";

  @Override
  public String name() {
    return "git";
  }

  @Override
  public void need() {
    Needed.command("git");
    Needed.command("curl");
  }

  private static List<Program> programs() {
    return List.of(
        new Program("git", Version.in(Commands.output("git", "--version"))),
        new Program("curl", libcurl()));
  }

  /** As git says since 2.47; before, it is taken to be that of the curl beside it. */
  private static Version libcurl() {
    return Commands.output("git", "version", "--build-options")
        .lines()
        .filter(line -> line.startsWith(LIBCURL))
        .findFirst()
        .map(line -> Version.in(line.substring(LIBCURL.length())))
        .orElseGet(CurlReader::version);
  }

  @Override
  public boolean runsOnce() {
    return false;
  }

  @Override
  public Reading read(List<Written> table) {
    try (CredentialLog log = new CredentialLog()) {
      Map<String, String> environment =
          Map.of(
              "http_proxy", log.proxy(),
              "GIT_CONFIG_NOSYSTEM", "1",
              "GIT_TERMINAL_PROMPT", "0",
              "GIT_ASKPASS", "true");
      for (Written written : table) {
        List<String> command = List.of("git", "ls-remote", CredentialLog.address(written));
        Processes.run(Commands.atHome(written, environment, command), "", "git");
      }
      return new Reading(programs(), log.logins());
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
