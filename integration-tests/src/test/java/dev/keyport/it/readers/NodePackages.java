package dev.keyport.it.readers;

import dev.keyport.it.Needed;
import dev.keyport.it.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The npm packages, in exactly the versions and with the checksums of {@code package-lock.json},
 * from the registry that npm is configured for.
 *
 * @param folder where they are put
 */
record NodePackages(Path folder) {
  private static final long DEADLINE_SECONDS = 180;

  /** Installs them, unless they are there from an earlier run. */
  void need() {
    Needed.command("node");
    Needed.command("npm");
    Resources.copy("package.json", folder);
    Path lock = Resources.copy("package-lock.json", folder);
    Path installed = folder.resolve("installed.json");
    try {
      if (!Files.exists(installed) || Files.mismatch(lock, installed) >= 0) {
        Needed.that(install(), "netrc-parser and netrc could not be installed by npm");
        Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean install() {
    ProcessBuilder npm =
        Commands.inherited(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    npm.directory(folder.toFile());
    npm.environment().put("npm_config_cache", folder.resolve("cache").toString());
    npm.environment().put("npm_config_update_notifier", "false");
    return Processes.run(npm, "", "npm", DEADLINE_SECONDS).exit() == 0;
  }
}
