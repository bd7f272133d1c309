/** Credentials, the ports they move through and the use cases. */
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
