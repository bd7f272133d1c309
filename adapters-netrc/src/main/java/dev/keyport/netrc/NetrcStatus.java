package dev.keyport.netrc;

import dev.keyport.domain.error.Place;
import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreWarning;
import dev.keyport.files.FileContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks a netrc over without changing it. */
final class NetrcStatus {
  static final String READABLE_BY_OTHERS = "netrc-readable-by-others";

  private static final int OWNERS_MODE = 0600;
  private static final int READ_ONLY = 0400;
  private static final int READ_BY_OTHERS = 0044;

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
      return new StoreStatus.Locked(e.message(), e.hint());
    } catch (StoreException e) {
      return new StoreStatus.Unavailable(e.message(), e);
    }
  }

  private StoreStatus look() {
    Optional<FileContent> content = file.contentUnprompted();
    Path path = file.path();
    return content.isPresent() ? found(content.get()) : missing(path, path.getParent());
  }

  private StoreStatus missing(Path path, @Nullable Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      throw new StoreException.Unavailable(
          path + " can't be made: there is no folder " + folder, "mkdir -p " + word(folder), null);
    }
    if (location.encrypted()) {
      throw EncryptedNetrc.missing(path);
    }
    if (!Files.isWritable(folder)) {
      throw new StoreException.Unavailable(
          path + " can't be made: " + folder + " is not writable",
          "chmod u+w " + word(folder),
          null);
    }
    return new StoreStatus.Ready(
        path + " does not exist yet and will be created by the first save",
        place(),
        Optional.of("it would create the file"));
  }

  private StoreStatus found(FileContent content) {
    Path path = file.path();
    Netrc netrc = file.parse(content.bytes());
    List<StoreWarning> warnings = new ArrayList<>(access(content));
    warnings.addAll(place());
    warnings.addAll(Lint.of(netrc, path));
    int count = netrc.entries().size();
    return new StoreStatus.Ready(
        path + " has " + count + (count == 1 ? " entry" : " entries"), warnings, noTrial(content));
  }

  /** What a trial write could not take back. */
  private Optional<String> noTrial(FileContent content) {
    if (location.encrypted()) {
      return Optional.of("it would encrypt the file anew");
    }
    return content.mode().orElse(OWNERS_MODE) == OWNERS_MODE
        ? Optional.empty()
        : Optional.of("it would make the file's mode 0600");
  }

  private List<StoreWarning> access(FileContent content) {
    List<StoreWarning> warnings = new ArrayList<>();
    Path path = file.path();
    Path folder = path.getParent();
    if (folder != null && !Files.isWritable(folder)) {
      warnings.add(
          StoreWarning.of("netrc-folder", "it can't be replaced: " + folder + " is not writable")
              .at(Place.of(path))
              .mendedBy("chmod u+w " + word(folder)));
    }
    int mode = content.mode().orElse(OWNERS_MODE);
    if ((mode & READ_BY_OTHERS) != 0) {
      warnings.add(
          mode(READABLE_BY_OTHERS, "others can read it", mode)
              .misleading("Python, Ruby's netrc, ftp, " + Readers.PERL + " refuse it"));
    } else if (mode == READ_ONLY) {
      warnings.add(
          mode("netrc-mode", "its owner can't write it", mode)
              .misleading("Ruby's netrc takes no mode but 0600"));
    }
    if (content.isAnothers()) {
      warnings.add(
          StoreWarning.of("netrc-owner", "it belongs to another user, which root may pass over")
              .at(Place.of(path))
              .misleading("Python and " + Readers.PERL + " refuse it")
              .mendedBy("chown \"$(id -u)\" " + word(path)));
    }
    return warnings;
  }

  private StoreWarning mode(String code, String what, int mode) {
    return StoreWarning.of(code, what + " (mode " + String.format("%04o", mode) + ")")
        .at(Place.of(file.path()))
        .mendedBy("chmod 600 " + word(file.path()));
  }

  private static String word(@Nullable Path path) {
    return ShellWord.of(String.valueOf(path));
  }

  /** Who looks for a netrc elsewhere. */
  private List<StoreWarning> place() {
    List<StoreWarning> warnings = new ArrayList<>();
    if (location.origin() == NetrcLocation.Origin.VARIABLE) {
      warnings.add(
          StoreWarning.of("netrc-variable", "the variable NETRC names this file")
              .at(Place.of(file.path()))
              .misleading(
                  "curl before 8.16, and git that was built with it, ignore that and read the one"
                      + " in the home folder")
              .mendedBy("curl --netrc-file \"$NETRC\", or unset NETRC"));
    }
    location
        .encryptedBeside()
        .ifPresent(
            encrypted ->
                warnings.add(
                    alsoThere(
                        "netrc-encrypted",
                        encrypted,
                        "the Heroku CLI and git-credential-netrc read that")));
    if (machine.isWindows() && machine.isHomeKnown()) {
      Path underscore = machine.home().resolve("_netrc");
      if (!underscore.equals(file.path()) && Files.exists(underscore)) {
        warnings.add(
            alsoThere("netrc-underscore", underscore, "Ruby's netrc and the Heroku CLI read that"));
      }
    }
    return warnings;
  }

  private StoreWarning alsoThere(String code, Path other, String readers) {
    return StoreWarning.of(code, "this file is there too")
        .at(Place.of(other))
        .misleading(readers + " and not " + file.path())
        .mendedBy("keep one of the two");
  }
}
