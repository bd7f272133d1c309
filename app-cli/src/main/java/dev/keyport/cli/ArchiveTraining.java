package dev.keyport.cli;

import dev.keyport.cli.io.Streams;
import dev.keyport.domain.settings.Machine;
import java.security.GeneralSecurityException;

/**
 * The run that the launcher records to make its archive of classes: several command lines in one
 * process, each an argument, whatever comes of them.
 */
public final class ArchiveTraining {
  private ArchiveTraining() {}

  /**
   * Runs them, makes the keys that a keyring's session is made with, where no keyring is asked, and
   * exits as the command does, since what an exit loads is recorded too.
   *
   * @throws GeneralSecurityException where the JDK lacks one of them
   */
  public static void main(String[] lines) throws GeneralSecurityException {
    for (String line : lines) {
      new FrontEnd(Machine.current(), Streams.standard()).run(line.split(" ", -1));
    }
    KeyringKeys.make();
    System.exit(0);
  }
}
