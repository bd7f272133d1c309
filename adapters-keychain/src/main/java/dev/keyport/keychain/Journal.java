package dev.keyport.keychain;

import dev.keyport.domain.credential.CredentialId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The ids of a change of several entries that is under way, or was cut short: a keychain changes
 * one entry at a time, so that a process killed between two leaves each old or new. The secrets are
 * nowhere but in the keychain, so such a change can't be finished later; it is told, until a later
 * change covers the ids.
 *
 * <p>Used under the keychain's lock.
 */
final class Journal {
  private final IdFile file;

  Journal(IdFile file) {
    this.file = file;
  }

  /** The ids of changes under way or cut short. */
  List<CredentialId> ids() {
    return file.read();
  }

  /**
   * Notes a change of several before it begins; a change of one is whole or not made, and needs no
   * note.
   *
   * @return the ids that an earlier change left in doubt
   */
  List<CredentialId> begin(Collection<CredentialId> ids) {
    List<CredentialId> before = file.read();
    if (ids.size() > 1) {
      List<CredentialId> all = new ArrayList<>(before);
      ids.stream().filter(id -> !before.contains(id)).forEach(all::add);
      write(before, all);
    }
    return before;
  }

  /** Takes these off. */
  void settle(Collection<CredentialId> ids) {
    List<CredentialId> before = file.read();
    write(before, before.stream().filter(id -> !ids.contains(id)).toList());
  }

  private void write(List<CredentialId> before, List<CredentialId> after) {
    if (!before.equals(after)) {
      file.write(after);
    }
  }

  /** What a person should know of these ids. */
  static String warning(List<CredentialId> ids) {
    return "a change of several entries was cut short, so that each of these may have its old"
        + " secret or its new one: "
        + String.join(", ", ids.stream().map(CredentialId::toString).toList())
        + "; log in again, or save or remove them, to be sure";
  }
}
