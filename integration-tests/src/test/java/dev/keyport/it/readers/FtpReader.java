package dev.keyport.it.readers;

import dev.keyport.it.Needed;
import dev.keyport.it.Processes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A classic ftp client, which logs in by itself as the netrc of the home folder says. */
final class FtpReader implements NetrcReader {
  private final String command;
  private final List<String> names;
  private final Supplier<Version> version;

  private FtpReader(String command, List<String> names, Supplier<Version> version) {
    this.command = command;
    this.names = names;
    this.version = version;
  }

  static FtpReader tnftp() {
    return new FtpReader("tnftp", List.of("tnftp", "ftp"), () -> new Version(List.of()));
  }

  static FtpReader inetutils() {
    return new FtpReader(
        "inetutils-ftp",
        List.of("inetutils", "ftp"),
        () -> Version.in(Commands.output("inetutils-ftp", "--version")));
  }

  @Override
  public String name() {
    return command;
  }

  @Override
  public void need() {
    Needed.command(command);
  }

  /** It goes where the name says, and only this name is the loopback. */
  @Override
  public boolean canAsk(Written written) {
    return written.host().equals(Sample.HOST);
  }

  @Override
  public boolean runsOnce() {
    return false;
  }

  @Override
  public Reading read(List<Written> table) {
    Map<String, Login> logins = new HashMap<>();
    for (Written written : table) {
      try (FtpLog server = new FtpLog()) {
        List<String> run = List.of(command, "-p", written.host(), String.valueOf(server.port()));
        Processes.run(Commands.atHome(written, Map.of("TERM", "dumb"), run), "quit\n", command);
        server.login().ifPresent(login -> logins.put(written.key(), login));
      }
    }
    return new Reading(
        names.stream().map(name -> new Program(name, version.get())).toList(), logins);
  }

  @Override
  public String toString() {
    return name();
  }
}
