package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes entries out of a netrc's bytes, and remembers which were there. */
final class RemoveEdit implements UnaryOperator<byte[]> {
  private final Set<CredentialId> ids;
  private final Map<CredentialId, Secret> expected;
  private List<CredentialId> removed = List.of();

  RemoveEdit(Collection<CredentialId> ids) {
    this(ids, Map.of());
  }

  private RemoveEdit(Collection<CredentialId> ids, Map<CredentialId, Secret> expected) {
    this.ids = new LinkedHashSet<>(ids);
    this.expected = expected;
  }

  /** Takes out those alone whose entries have no other secret than this. */
  static RemoveEdit ofUnchanged(Collection<Credential> expected) {
    Map<CredentialId, Secret> secrets = new HashMap<>();
    expected.forEach(credential -> secrets.put(credential.id(), credential.secret()));
    return new RemoveEdit(expected.stream().map(Credential::id).toList(), secrets);
  }

  @Override
  public byte[] apply(byte[] text) {
    Netrc netrc = Parser.parse(text);
    Map<Host, HostEntries> entries = netrc.entriesOf(ids.stream().map(CredentialId::host).toList());
    List<CredentialId> gone = new ArrayList<>();
    List<Entry> going = new ArrayList<>();
    for (CredentialId id : ids) {
      List<Entry> held = HostEntries.of(entries, id);
      if (!held.isEmpty() && isExpected(netrc, id, held)) {
        gone.add(id);
        going.addAll(held);
      }
    }
    going.sort(Comparator.comparingInt(Entry::start));
    removed = List.copyOf(gone);
    return new Removal(netrc).without(going);
  }

  private boolean isExpected(Netrc netrc, CredentialId id, List<Entry> held) {
    Secret secret = expected.get(id);
    return secret == null
        || held.stream().allMatch(e -> netrc.password(e).filter(p -> !p.equals(secret)).isEmpty());
  }

  /** What the last application took out, in the order asked. */
  List<CredentialId> removed() {
    return removed;
  }
}
