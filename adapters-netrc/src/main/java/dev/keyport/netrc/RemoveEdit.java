package dev.keyport.netrc;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes entries out of a netrc's bytes, and remembers which were there. */
final class RemoveEdit implements UnaryOperator<byte[]> {
  private final Set<CredentialId> ids;
  private List<CredentialId> removed = List.of();

  RemoveEdit(Collection<CredentialId> ids) {
    this.ids = new LinkedHashSet<>(ids);
  }

  @Override
  public byte[] apply(byte[] text) {
    Netrc netrc = Parser.parse(text);
    Map<Host, HostEntries> entries = netrc.entriesOf(ids.stream().map(CredentialId::host).toList());
    List<CredentialId> gone = new ArrayList<>();
    List<Entry> going = new ArrayList<>();
    for (CredentialId id : ids) {
      List<Entry> held = HostEntries.of(entries, id);
      if (!held.isEmpty()) {
        gone.add(id);
        going.addAll(held);
      }
    }
    going.sort(Comparator.comparingInt(Entry::start));
    removed = List.copyOf(gone);
    return new Removal(netrc).without(going);
  }

  /** What the last application took out, in the order asked. */
  List<CredentialId> removed() {
    return removed;
  }
}
