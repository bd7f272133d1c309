package dev.keyport.netrc;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entries of one host, in the order of the file, also by their logins. */
final class HostEntries {
  private final Netrc netrc;
  private final List<Entry> all = new ArrayList<>();
  private final Map<String, List<Entry>> byLogin = new HashMap<>();

  HostEntries(Netrc netrc) {
    this.netrc = netrc;
  }

  /**
   * The entries of exactly this host and login.
   *
   * @param entries of all hosts that were asked for
   */
  static List<Entry> of(Map<Host, HostEntries> entries, CredentialId id) {
    HostEntries sameHost = entries.get(id.host());
    return sameHost == null ? List.of() : sameHost.withLogin(id.login());
  }

  void add(Entry entry) {
    all.add(entry);
    byLogin.computeIfAbsent(netrc.login(entry), login -> new ArrayList<>()).add(entry);
  }

  List<Entry> all() {
    return all;
  }

  /** Those with exactly this login; empty means none. */
  List<Entry> withLogin(String login) {
    return byLogin.getOrDefault(login, List.of());
  }
}
