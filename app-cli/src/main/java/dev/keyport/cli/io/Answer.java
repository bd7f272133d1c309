package dev.keyport.cli.io;

import dev.keyport.domain.credential.Secret;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A verb's answer on stdout: text for a person, or one JSON document. */
public final class Answer {
  /** What is said of an answer that did not arrive. */
  public static final String NOT_WRITTEN =
      "the answer can't be written to stdout: it was closed, or what it goes to is full";

  private final PrintStream out;
  private final boolean json;

  /** On this stream, as text or JSON. */
  public Answer(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Whether JSON was asked for. */
  public boolean isJson() {
    return json;
  }

  /** One line of text. */
  public void line(String text) {
    out.println(Printable.of(text));
  }

  /** One line of text whose first words are in a colour. */
  public void line(Hue hue, String lead, String text) {
    out.println(hue.of(Printable.of(lead)) + Printable.of(text));
  }

  /** A secret in the clear, and a line end: for the verbs whose purpose it is. */
  public void secret(Secret secret) {
    byte[] bytes = secret.revealUtf8();
    out.write(bytes, 0, bytes.length);
    Arrays.fill(bytes, (byte) 0);
    byte[] end = System.lineSeparator().getBytes(StandardCharsets.US_ASCII);
    out.write(end, 0, end.length);
  }

  /** The JSON document: maps, lists, strings, numbers, booleans and nulls. */
  public void document(@Nullable Object document) {
    out.println(Json.write(document));
  }

  /** Sends on what was answered, and tells whether all of it could be written. */
  public boolean arrived() {
    return !out.checkError();
  }

  /**
   * Sees to it that a secret shown this once has been written.
   *
   * @param lost what is lost otherwise, and what was done all the same
   * @param wayOut how to come by another, or take back what was done
   * @throws AnswerLostException when it could not be written
   */
  public void requireArrived(String lost, String wayOut) {
    if (!arrived()) {
      throw new AnswerLostException(NOT_WRITTEN + "; " + lost, wayOut);
    }
  }

  /** Sends on what was answered. */
  public void flush() {
    out.flush();
  }
}
