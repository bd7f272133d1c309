package dev.keyport.domain.token;

/** How a stored token was come by, which decides what logging out may revoke. */
public enum LoginKind {
  /** Email and password (and second factor) exchanged for an authorization of its own. */
  PASSWORD,
  /** A login in the browser, which made a session. */
  BROWSER,
  /** Pasted after a single sign-on. */
  SSO,
  /** A token that somebody made elsewhere and gave to Keyport. */
  PASTED
}
