package dev.keyport.cli.wiring;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;

/** The netrc file of an account that has one of its own. */
public final class AccountFile {
  private AccountFile() {}

  /**
   * Where it is, in a folder that is there by now, for the user alone.
   *
   * @throws UsageException when the folder can't be made
   */
  public static Path of(Machine machine, String account) {
    Path folder = machine.configFolder().resolve("accounts");
    try {
      PrivateFiles.createFolder(folder);
    } catch (IOException e) {
      throw new UsageException(
          folder + " can't be made", "make it, or name another store with --store");
    }
    return folder.resolve(account + ".netrc");
  }
}
