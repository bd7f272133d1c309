package dev.keyport.sandbox;

import java.util.Iterator;
import java.util.List;

/**
 * The command line of {@link SandboxMain}.
 *
 * @param options how to start
 * @param untilEof whether the end of standard input ends it
 * @param help whether help is all that was asked for
 */
record MainOptions(SandboxOptions options, boolean untilEof, boolean help) {
  static final String USAGE =
      """
      Usage: sandbox [--port N] [--git-port N] [--ssh-port N] [--tls] [--auto-approve]
                     [--until-eof] [--listen-all] [--announced-port N] [--announced-git-port N]

      Runs a mock of the Heroku API and its git host on loopback, in the foreground. When it is
      ready it prints one line of JSON with the addresses and the accounts.

        --port N      port of the API (default 0: a free one)
        --git-port N  port of the git host (default 0: a free one)
        --ssh-port N  serve git over SSH, too, at this port; 0 for a free one
        --tls         speak https; the file with the certificate to trust is in the JSON
        --auto-approve
                      a plain GET of the browser login's page finishes the login
        --until-eof   end when standard input ends
        -h, --help    print this and exit

      For a container or another machine, where the ports that are listened on are reached by
      other ones:
        --listen-all            listen on every address; whoever reaches the sandbox may make
                                its own calls below, and has its accounts' tokens
        --announced-port N      the API's port in the addresses that it tells
        --announced-git-port N  the git host's port in the addresses that it tells

      The sandbox's own calls: POST, GET, DELETE /__sandbox/faults; GET, DELETE
      /__sandbox/requests; GET, POST /__sandbox/tokens; POST /__sandbox/rate-limit;
      POST /__sandbox/suspend; GET /__sandbox/code?email=E; GET, POST /__sandbox/logins;
      GET /__sandbox/accounts; GET /__sandbox/known_hosts; GET /__sandbox/health.
      """;

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException with a message for the person when they won't do
   */
  static MainOptions parse(List<String> arguments) {
    MainOptions parsed = new MainOptions(SandboxOptions.defaults(), false, false);
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      SandboxOptions options = parsed.options();
      parsed =
          switch (argument) {
            case "--port" -> parsed.with(options.withPort(port(argument, rest)));
            case "--git-port" -> parsed.with(options.withGitPort(port(argument, rest)));
            case "--listen-all" -> parsed.with(options.exposure().everywhere());
            case "--announced-port" ->
                parsed.with(options.exposure().withAnnouncedPort(announced(argument, rest)));
            case "--announced-git-port" ->
                parsed.with(options.exposure().withAnnouncedGitPort(announced(argument, rest)));
            case "--until-eof" -> new MainOptions(options, true, parsed.help());
            case "-h", "--help" -> new MainOptions(options, parsed.untilEof(), true);
            case "--auto-approve" -> parsed.with(options.withAutoApprove());
            case "--tls" -> parsed.with(options.withTls());
            case "--ssh-port" -> parsed.with(options.withSshPort(port(argument, rest)));
            default -> throw new IllegalArgumentException("unknown argument " + argument);
          };
    }
    return parsed;
  }

  private MainOptions with(SandboxOptions changed) {
    return new MainOptions(changed, untilEof, help);
  }

  private MainOptions with(Exposure changed) {
    return with(options.withExposure(changed));
  }

  private static int announced(String option, Iterator<String> rest) {
    int port = port(option, rest);
    if (port == 0) {
      throw new IllegalArgumentException(option + " needs a port from 1 to 65535");
    }
    return port;
  }

  private static int port(String option, Iterator<String> rest) {
    String value = rest.hasNext() ? rest.next() : "";
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
      throw new IllegalArgumentException(option + " needs a port from 0 to 65535");
    }
    return Integer.parseInt(value);
  }
}
