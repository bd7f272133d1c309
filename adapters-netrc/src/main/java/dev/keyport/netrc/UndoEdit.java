package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.Saved;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    byte[] edited = text;
    List<CredentialId> restored = saved.displaced().stream().map(Credential::id).toList();
    for (Credential credential : saved.displaced()) {
      if (!credential.login().isEmpty()) {
        edited = put(edited, credential);
      }
    }
    for (CredentialId id : saved.saved()) {
      if (!restored.contains(id)) {
        edited = new Removal(Parser.parse(edited)).without(id.host(), id.login());
      }
    }
    // Last, since an entry without login takes no other's place: it is made anew.
    for (Credential credential : saved.displaced()) {
      if (credential.login().isEmpty()) {
        edited = put(edited, credential);
      }
    }
    return edited;
  }

  private static byte[] put(byte[] text, Credential credential) {
    return new Put(Parser.parse(text), credential).apply();
  }
}
