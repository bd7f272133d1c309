/** Stored credentials for JGit. */
module dev.keyport.jgit {
  requires transitive dev.keyport.domain;
  requires static org.jspecify;
  requires transitive org.eclipse.jgit;

  exports dev.keyport.jgit;
}
