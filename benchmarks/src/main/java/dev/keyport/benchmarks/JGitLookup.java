package dev.keyport.benchmarks;

import java.io.File;
import org.eclipse.jgit.transport.NetRC;

/** Prints the password that JGit finds: FILE HOST. */
public final class JGitLookup {
  private JGitLookup() {}

  /** Looks it up. */
  public static void main(String[] arguments) {
    NetRC.NetRCEntry entry = new NetRC(new File(arguments[0])).getEntry(arguments[1]);
    System.out.println(entry == null ? "" : new String(entry.password));
  }
}
