package dev.keyport.cli.io;

/** A colour of the terminal's own palette (ECMA-48, SGR 30 to 37), or none. */
public enum Hue {
  /** As all text. */
  NONE(""),
  /** All is well. */
  GREEN("32"),
  /** Something to know. */
  YELLOW("33"),
  /** Something is wrong. */
  RED("31");

  private static final String START = "\u001b[";
  private static final String END = "\u001b[0m";

  private final String parameter;

  Hue(String parameter) {
    this.parameter = parameter;
  }

  /** The text in this colour. */
  String of(String text) {
    return parameter.isEmpty() ? text : START + parameter + "m" + text + END;
  }
}
