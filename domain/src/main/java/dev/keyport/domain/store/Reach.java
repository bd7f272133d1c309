package dev.keyport.domain.store;

/** Who finds a login that is kept in a store. */
public enum Reach {
  /** Keyport, and by themselves the tools that read netrc files, such as git and curl -n. */
  TOOLS,
  /** Keyport alone, which hands it to other tools. */
  KEYPORT,
  /** Nobody once the process that saved it has ended. */
  PROCESS
}
