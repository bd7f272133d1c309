package dev.keyport.it.verbs;

/** What there is before a verb runs. */
public enum Start {
  /** An empty home. */
  NOTHING,
  /** An empty home, and somebody at a browser. */
  BROWSER,
  /** A login that Keyport made. */
  LOGIN,
  /** A token that another tool wrote to the netrc. */
  FOREIGN_TOKEN,
  /** A login, and an SSH key on the account and in the home. */
  SSH_KEY,
  /** A login, and another authorization of the account, called {@code deploy}. */
  AUTHORIZATION,
  /** A login, and a browser session of the account, called {@code Browser login}. */
  SESSION,
  /** A login, and an OAuth client of the account, called {@code board}. */
  CLIENT,
  /** A password stored for another host. */
  CREDENTIAL,
  /** The same, moved to the file {@code moved} in the home. */
  MOVED
}
