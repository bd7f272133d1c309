package dev.keyport.domain.doctor;

/** How bad a finding is; the worse are the later ones. */
public enum Level {
  /** As it should be. */
  OK,
  /** It works, and something else may not. */
  WARNING,
  /** A verb that needs it would fail. */
  FAILURE
}
