package dev.keyport.netrc;

import dev.keyport.domain.credential.CredentialId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
    List<CredentialId> gone = new ArrayList<>();
    byte[] edited = text;
    for (CredentialId id : ids) {
      byte[] without = new Removal(Parser.parse(edited)).without(id.host(), id.login());
      if (without.length < edited.length) {
        gone.add(id);
      }
      edited = without;
    }
    removed = List.copyOf(gone);
    return edited;
  }

  /** What the last application took out, in the order asked. */
  List<CredentialId> removed() {
    return removed;
  }
}
