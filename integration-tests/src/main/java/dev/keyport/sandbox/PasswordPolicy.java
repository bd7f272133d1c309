package dev.keyport.sandbox;

/** What an account says to a right password. */
enum PasswordPolicy {
  /** It is taken; a second factor may be asked for. */
  ACCEPTED,
  /** The account has multi-factor authentication: a browser is the only way in. */
  MFA_REQUIRED,
  /** The device is unknown, and the account has no second factor to make up for it. */
  DEVICE_TRUST_REQUIRED,
  /** The person logs in at an identity provider; there is no password that would be right. */
  FEDERATED
}
