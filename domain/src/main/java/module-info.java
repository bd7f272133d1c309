/**
 * Credentials, the ports they move through and the use cases.
 *
 * <p>Where nothing else is said: nothing is null, and null is taken nowhere, but where it is
 * marked. Values are immutable, and safe for use by several threads. A use case keeps nothing
 * between calls, and serves as many threads at once as the ports it was given do. What goes wrong
 * is a {@link dev.keyport.domain.error.KeyportException} with a code that never changes; no message
 * of one has a secret in it.
 */
module dev.keyport.domain {
  requires static transitive org.jspecify;

  exports dev.keyport.domain;
  exports dev.keyport.domain.apps;
  exports dev.keyport.domain.auth;
  exports dev.keyport.domain.authorizations;
  exports dev.keyport.domain.configuration;
  exports dev.keyport.domain.credential;
  exports dev.keyport.domain.doctor;
  exports dev.keyport.domain.error;
  exports dev.keyport.domain.interaction;
  exports dev.keyport.domain.keys;
  exports dev.keyport.domain.moving;
  exports dev.keyport.domain.settings;
  exports dev.keyport.domain.store;
  exports dev.keyport.domain.token;

  provides dev.keyport.domain.store.TokenStoreProvider with
      dev.keyport.domain.store.InMemoryTokenStore.Provider;

  uses dev.keyport.domain.auth.AuthApiProvider;
  uses dev.keyport.domain.settings.SettingsProvider;
  uses dev.keyport.domain.store.PolicySource;
  uses dev.keyport.domain.store.TokenStoreProvider;
  uses dev.keyport.domain.token.MetadataStoreProvider;
}
