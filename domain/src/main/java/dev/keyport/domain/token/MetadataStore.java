package dev.keyport.domain.token;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreSpec;
import java.util.Optional;

/**
 * Keeps {@link Metadata} in the state folder, by store and id. Safe for use by several threads and
 * processes.
 */
public interface MetadataStore {
  /** One that forgets everything when the process ends. */
  static MetadataStore inMemory() {
    return new ProcessMetadataStore();
  }

  /**
   * What is known of the credential; empty when nothing is, or what is there can't be read:
   * metadata is a help, and its loss costs no credential.
   */
  Optional<Metadata> find(StoreSpec store, CredentialId id);

  /**
   * Keeps this in place of what was known.
   *
   * @throws dev.keyport.domain.store.StoreException.Unavailable when it can't be written
   */
  void save(StoreSpec store, CredentialId id, Metadata metadata);

  /**
   * Forgets what was known; nothing known is no error.
   *
   * @throws dev.keyport.domain.store.StoreException.Unavailable when it can't be written
   */
  void remove(StoreSpec store, CredentialId id);
}
