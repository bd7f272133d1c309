/** Credentials in a netrc file, where curl, git and many others look for them. */
module dev.keyport.netrc {
  requires transitive dev.keyport.domain;
  requires dev.keyport.files;
  requires static org.jspecify;

  exports dev.keyport.netrc;

  provides dev.keyport.domain.store.TokenStoreProvider with
      dev.keyport.netrc.NetrcTokenStoreProvider;
}
