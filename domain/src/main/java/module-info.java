/** Credentials, the ports they move through and the use cases. */
module dev.keyport.domain {
  requires static org.jspecify;

  exports dev.keyport.domain.error;
}
