package dev.keyport.it.readers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.transport.NetRC;

/** JGit, in this process. */
final class JgitReader implements NetrcReader {
  @Override
  public String name() {
    return "JGit";
  }

  @Override
  public void need() {
    // It is on the class path.
  }

  @Override
  public boolean runsOnce() {
    return true;
  }

  @Override
  public Reading read(List<Written> table) {
    Map<String, Login> logins = new HashMap<>();
    for (Written written : table) {
      NetRC.NetRCEntry entry = new NetRC(written.netrc().toFile()).getEntry(written.host());
      if (entry != null && entry.login != null && entry.password != null) {
        logins.put(written.key(), new Login(entry.login, String.valueOf(entry.password)));
      }
    }
    Version version = Version.in(NetRC.class.getPackage().getImplementationVersion());
    return new Reading(List.of(new Program("JGit", version)), logins);
  }

  @Override
  public String toString() {
    return name();
  }
}
