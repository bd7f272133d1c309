package dev.keyport.cli.io;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams. Answers are UTF-8 whatever the locale, so that a secret comes out as it
 * went in; what is said to a person is in the terminal's encoding.
 *
 * @param in the input
 * @param out the answer
 * @param err everything else
 * @param width how wide the answer may be
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, TerminalWidth width) {
  /** Three that lead to no terminal. */
  public Streams(InputStream in, PrintStream out, PrintStream err) {
    this(in, out, err, TerminalWidth.none());
  }

  /** This process's own. */
  public static Streams standard() {
    return new Streams(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, terminalEncoding()),
        TerminalWidth.ofStdout());
  }

  private static Charset terminalEncoding() {
    String name = System.getProperty("stderr.encoding", System.getProperty("native.encoding"));
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }
}
