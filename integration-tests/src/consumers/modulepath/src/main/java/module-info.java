/** Reads a credential; which stores there are is up to who puts jars on the module path. */
module com.example.modular {
  requires dev.keyport.domain;
}
