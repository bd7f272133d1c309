package dev.keyport.domain.interaction;

/** Whether a person may be asked anything: at the terminal, by a browser or an unlock window. */
public enum InteractionPolicy {
  /** Nobody is ever asked; what needs an answer fails at once. */
  NEVER,
  /** Asked where a terminal or display is there to see it. */
  IF_VISIBLE,
  /** Asked even where nothing shows that somebody is there. */
  ALWAYS
}
