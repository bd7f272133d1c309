package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.MetadataStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps a login's credentials and metadata: both, or neither. */
final class KeptLogin {
  private KeptLogin() {}

  static void keep(
      TokenStore store, MetadataStore metadata, List<Credential> credentials, Metadata known) {
    StoreSpec spec = store.spec();
    Saved saved = store.save(credentials);
    Map<CredentialId, Optional<Metadata>> before = new LinkedHashMap<>();
    try {
      for (CredentialId id : saved.saved()) {
        before.put(id, metadata.find(spec, id));
        metadata.save(spec, id, known);
      }
    } catch (RuntimeException failure) {
      restore(store, metadata, saved, before, failure);
      throw failure;
    }
  }

  private static void restore(
      TokenStore store,
      MetadataStore metadata,
      Saved saved,
      Map<CredentialId, Optional<Metadata>> before,
      RuntimeException failure) {
    try {
      store.undo(saved);
      before.forEach(
          (id, known) ->
              known.ifPresentOrElse(
                  old -> metadata.save(store.spec(), id, old),
                  () -> metadata.remove(store.spec(), id)));
    } catch (RuntimeException undoing) {
      failure.addSuppressed(undoing);
    }
  }
}
