package dev.keyport.keychain.testkit;

/** What the person in front of the {@link FakeSecretService}'s unlock window does. */
public enum FakePrompt {
  /** Types the password. */
  UNLOCKS,
  /** Closes the window. */
  CLOSES,
  /** Is not there. */
  IGNORES
}
