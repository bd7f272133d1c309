package dev.keyport.it.readers;

import dev.keyport.it.Needed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The programs that are tried. */
final class Readers {
  private static final Path CREDENTIAL_HELPER =
      Path.of("/usr/share/doc/git/contrib/credential/netrc/git-credential-netrc.perl");

  private Readers() {}

  /**
   * All of them.
   *
   * @param folder for the scripts, and the packages that npm installs
   */
  static Stream<NetrcReader> all(Path folder) {
    NodePackages packages = new NodePackages(folder.resolve("npm"));
    return Stream.of(
        new CurlReader(),
        new GitReader(),
        new WgetReader(),
        new JgitReader(),
        python(folder),
        requests(folder),
        new ScriptReader(
            "ruby-netrc.rb", "ruby", () -> library("ruby", "-rnetrc", "the gem netrc"), folder),
        new ScriptReader("netrc-parser.js", "node", packages::need, packages.folder()),
        new ScriptReader("npm-netrc.js", "node", packages::need, packages.folder()),
        new ScriptReader(
            "net-netrc.pl", "perl", () -> library("perl", "-MNet::Netrc", "Net::Netrc"), folder),
        credentialHelper(folder),
        FtpReader.tnftp(),
        FtpReader.inetutils());
  }

  private static NetrcReader python(Path folder) {
    return new ScriptReader("python-netrc.py", "python3", () -> Needed.command("python3"), folder);
  }

  /** With the system's Python where it has requests: another is often the first on the PATH. */
  private static NetrcReader requests(Path folder) {
    String system = "/usr/bin/python3";
    String python =
        Files.isExecutable(Path.of(system)) && has(system, "-c", "import requests")
            ? system
            : "python3";
    return new ScriptReader(
        "python-requests.py",
        python,
        () -> {
          Needed.command("python3");
          Needed.that(has(python, "-c", "import requests"), "Python's requests is not installed");
        },
        folder);
  }

  /**
   * From git's contrib folder. Few packages of git have it where it can be run, so that it may be
   * missing even where everything else must be there.
   */
  private static NetrcReader credentialHelper(Path folder) {
    return new ScriptReader(
        "git-credential-netrc.pl",
        "perl",
        List.of(CREDENTIAL_HELPER.toString()),
        () ->
            Assumptions.assumeTrue(
                Files.isRegularFile(CREDENTIAL_HELPER) && has("perl", "-MGit", "-e1"),
                "git-credential-netrc is not installed"),
        folder);
  }

  private static void library(String interpreter, String option, String name) {
    Needed.command(interpreter);
    Needed.that(has(interpreter, option, "-e1"), name + " is not installed");
  }

  private static boolean has(String... command) {
    return Commands.succeeds(command);
  }
}
