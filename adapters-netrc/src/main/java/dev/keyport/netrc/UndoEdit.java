package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.Saved;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes a save back. Where nothing was written since, the bytes of before are back; elsewhere what
 * was displaced is put back, and what was created goes.
 */
final class UndoEdit implements UnaryOperator<byte[]> {
  private final Saved saved;
  private final Optional<SaveEdit> save;

  /**
   * @param save the edit that made {@code saved}, where it is still known
   */
  UndoEdit(Saved saved, Optional<SaveEdit> save) {
    this.saved = saved;
    this.save = save;
  }

  @Override
  public byte[] apply(byte[] text) {
    if (save.isPresent() && Arrays.equals(text, save.get().after())) {
      return save.get().before();
    }
    Set<CredentialId> created = new LinkedHashSet<>(saved.saved());
    saved.displaced().forEach(credential -> created.remove(credential.id()));
    byte[] edited = put(text, credential -> !credential.login().isEmpty());
    edited = new RemoveEdit(created).apply(edited);
    // Last, since an entry without login takes no other's place: it is made anew.
    return put(edited, credential -> credential.login().isEmpty());
  }

  private byte[] put(byte[] text, Predicate<Credential> which) {
    List<Credential> credentials = saved.displaced().stream().filter(which).toList();
    return Puts.apply(text, credentials, (netrc, entry, replacement) -> {});
  }
}
