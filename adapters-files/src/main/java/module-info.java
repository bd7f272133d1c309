/**
 * Durable files: replaced whole or not at all, under a lock that processes share. For the other
 * adapters alone: whoever embeds Keyport meets what is here behind the interfaces of the domain.
 */
@SuppressWarnings("module") // those exported to are built after this one
module dev.keyport.files {
  requires transitive dev.keyport.domain;
  requires jdk.security.auth;
  requires static org.jspecify;

  exports dev.keyport.files to
      dev.keyport.keychain,
      dev.keyport.netrc;

  provides dev.keyport.domain.settings.SettingsProvider with
      dev.keyport.files.FileSettingsProvider;
  provides dev.keyport.domain.store.PolicySource with
      dev.keyport.files.FilePolicySource;
  provides dev.keyport.domain.token.MetadataStoreProvider with
      dev.keyport.files.FileMetadataStoreProvider;
}
