package dev.keyport.files;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.MetadataStoreProvider;
import java.time.Duration;

/** Opens the {@link FileMetadataStore} that the {@code keyport} command uses. */
public final class FileMetadataStoreProvider implements MetadataStoreProvider {
  /** For {@link java.util.ServiceLoader}. */
  public FileMetadataStoreProvider() {}

  @Override
  public MetadataStore open(Machine machine, Duration timeout) {
    return new FileMetadataStore(machine.stateFolder(), timeout);
  }
}
