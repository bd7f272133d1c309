package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts credentials into a netrc.
 *
 * <p>One reading of the file serves all that can't get into each other's way, so that many cost
 * little more than one: those of different hosts, and of a host with several entries, of which none
 * is taken over. The others have their turn in the bytes that the first ones left.
 */
final class Puts {
  private final Netrc netrc;
  private final Displaced displaced;
  private final List<Splice> splices = new ArrayList<>();
  private final NewEntries newEntries;
  private final Set<Host> hosts = new HashSet<>();
  private final Set<CredentialId> ids = new HashSet<>();

  /** Is told of an entry before it is changed. */
  interface Displaced {
    void entry(Netrc netrc, Entry entry, Credential replacement);
  }

  private Puts(Netrc netrc, Displaced displaced) {
    this.netrc = netrc;
    this.displaced = displaced;
    this.newEntries = new NewEntries(netrc);
  }

  /**
   * The file's new bytes.
   *
   * @throws StoreException.Unrepresentable when the file's encoding can't hold a value, or there is
   *     no entry for a host with a port
   */
  static byte[] apply(byte[] text, Collection<Credential> credentials, Displaced displaced) {
    byte[] edited = text;
    List<Credential> left = List.copyOf(credentials);
    while (!left.isEmpty()) {
      Puts puts = new Puts(Parser.parse(edited), displaced);
      left = puts.putAllBut(left);
      edited = puts.edited();
    }
    return edited;
  }

  /** Returns those that must wait. */
  private List<Credential> putAllBut(List<Credential> credentials) {
    Map<Host, HostEntries> entries =
        netrc.entriesOf(credentials.stream().map(Credential::host).toList());
    List<Credential> waiting = new ArrayList<>();
    for (Credential credential : credentials) {
      HostEntries sameHost = entries.getOrDefault(credential.host(), new HostEntries(netrc));
      boolean first = hosts.add(credential.host());
      boolean several = sameHost.all().size() > 1;
      if (ids.add(credential.id()) && (first || several)) {
        put(credential, sameHost);
      } else {
        waiting.add(credential);
      }
    }
    return waiting;
  }

  private void put(Credential credential, HostEntries sameHost) {
    Put put = new Put(netrc, sameHost, credential);
    put.targets().forEach(entry -> displaced.entry(netrc, entry, credential));
    byte[] login = credential.login().getBytes(StandardCharsets.UTF_8);
    byte[] password = credential.secret().revealUtf8();
    try {
      put.checkFile(password);
      if (put.targets().isEmpty()) {
        newEntries.add(credential.host(), sameHost.all(), login, password);
      }
      for (Entry entry : put.targets()) {
        splices.addAll(new EntryEdit(netrc, entry).set(login, password));
      }
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  private byte[] edited() {
    // After the others: what is added at the end of a line comes before an entry on the next.
    splices.addAll(newEntries.splices());
    return Splice.apply(netrc.text(), splices);
  }
}
