package dev.keyport.cli;

import dev.keyport.cli.io.Streams;
import dev.keyport.domain.settings.Machine;

/** The process: its arguments, its streams, its exit status. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(new FrontEnd(Machine.current(), Streams.standard()).run(args));
  }
}
