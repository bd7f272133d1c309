package dev.keyport.cli.io;

/** A text as one word of a shell command that a person may copy. */
public final class ShellWord {
  private ShellWord() {}

  /** As {@link dev.keyport.domain.error.ShellWord#of} has it. */
  public static String of(String text) {
    return dev.keyport.domain.error.ShellWord.of(text);
  }
}
