package dev.keyport.netrc;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.files.FileContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks a netrc over without changing it. */
final class NetrcStatus {
  private static final int OWNERS_MODE = 0600;
  private static final int READ_ONLY = 0400;

  private final NetrcLocation location;
  private final NetrcFile file;
  private final Machine machine;

  NetrcStatus(NetrcLocation location, NetrcFile file, Machine machine) {
    this.location = location;
    this.file = file;
    this.machine = machine;
  }

  StoreStatus get() {
    try {
      return look();
    } catch (StoreException.Locked e) {
      return new StoreStatus.Locked(e.message());
    } catch (StoreException e) {
      return new StoreStatus.Unavailable(e.message(), e);
    }
  }

  private StoreStatus look() {
    Optional<FileContent> content = file.contentUnprompted();
    Path path = file.path();
    Path folder = path.getParent();
    if (content.isEmpty() && (folder == null || !Files.isDirectory(folder))) {
      throw new StoreException.Unavailable(
          path + " can't be made: there is no folder " + folder, "mkdir -p " + folder, null);
    }
    if (content.isEmpty() && location.encrypted()) {
      throw EncryptedNetrc.missing(path);
    }
    List<String> warnings = new ArrayList<>();
    if (folder != null && !Files.isWritable(folder)) {
      warnings.add(path + " can't be replaced: " + folder + " is not writable");
    }
    if (content.isEmpty()) {
      return new StoreStatus.Ready(
          path + " does not exist yet and will be created by the first save", warnings);
    }
    Netrc netrc = file.parse(content.get().bytes());
    warnings.addAll(content.get().warnings());
    // Others who may read are warned of already.
    if (content.get().mode().orElse(OWNERS_MODE) == READ_ONLY) {
      warnings.add(path + " has mode 0400, and Ruby's netrc takes only 0600: chmod 600 " + path);
    }
    warnings.addAll(otherFiles());
    warnings.addAll(new Lint(netrc, path).warnings());
    int count = netrc.entries().size();
    return new StoreStatus.Ready(
        path + " has " + count + (count == 1 ? " entry" : " entries"), warnings);
  }

  private List<String> otherFiles() {
    List<String> warnings = new ArrayList<>();
    location
        .encryptedBeside()
        .ifPresent(
            encrypted ->
                warnings.add(
                    encrypted
                        + " is there too: the Heroku CLI and git-credential-netrc read that"
                        + " instead"));
    Path underscore = machine.home().resolve("_netrc");
    if (machine.isWindows() && !underscore.equals(file.path()) && Files.exists(underscore)) {
      warnings.add(underscore + " is there too: Ruby's netrc and the Heroku CLI read that instead");
    }
    return warnings;
  }
}
