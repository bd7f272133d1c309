package dev.keyport.files;

import dev.keyport.domain.doctor.Ailment;
import dev.keyport.domain.doctor.Finding;
import dev.keyport.domain.doctor.Level;
import dev.keyport.domain.error.Place;
import dev.keyport.domain.error.ShellWord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be wrong with one durable file besides its content, and the remedies. */
public final class FileUpkeep {
  private FileUpkeep() {}

  /**
   * Whether others can read or write the file, which is for its owner alone.
   *
   * @param file links are followed
   * @param code what the finding is called
   * @return empty where nobody else can, where there is no such file, and where files have no modes
   */
  public static Optional<Ailment> openToOthers(Path file, String code) {
    Optional<FileFacts.Owner> owner = owner(file);
    if (owner.isEmpty() || !(owner.get().othersRead() || owner.get().othersWrite())) {
      return Optional.empty();
    }
    String what =
        "others can "
            + (owner.get().othersWrite() ? "write" : "read")
            + " it (mode "
            + owner.get().octalMode()
            + ")";
    Finding finding = finding(code, file, what, "chmod 600 " + ShellWord.of(file.toString()));
    if (owner.get().uid() != CurrentUser.ofProcess().uid()) {
      return Optional.of(Ailment.of(finding));
    }
    return Optional.of(
        Ailment.of(
            finding,
            () -> {
              try {
                PrivateFiles.makePrivate(file);
              } catch (IOException e) {
                throw Failures.writing(file, e);
              }
              return "made "
                  + file
                  + " readable and writable by you alone"
                  + (owner.get().othersWrite()
                      ? "; others could write it: look whether what is in it is yours"
                      : "");
            }));
  }

  /**
   * What writers that were killed left beside the file. It may hold what the file holds.
   *
   * @param file links are followed
   * @param stateFolder Keyport's state folder, for the lock: who holds it is the only one that
   *     writes, so that all there is then was left
   * @param timeout how long to wait for another that changes the file
   * @param code what the finding is called
   */
  public static Optional<Ailment> leftovers(
      Path file, Path stateFolder, Duration timeout, String code) {
    List<Path> found;
    Path target;
    try {
      target = Links.resolve(file);
      found = Replacement.strays(target);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String what =
        found.size()
            + (found.size() == 1 ? " file" : " files")
            + " beside it, of a save that was cut off, may hold what it holds: "
            + found.get(0).getFileName();
    return Optional.of(
        Ailment.of(
            finding(code, file, what, "keyport doctor --fix removes them"),
            () ->
                new ProcessLock(stateFolder, target.toString(), timeout)
                    .hold(() -> swept(target))));
  }

  private static String swept(Path target) {
    try {
      Replacement.sweep(target);
    } catch (IOException e) {
      throw Failures.writing(target, e);
    }
    return "removed what a save that was cut off had left beside " + target;
  }

  static Optional<FileFacts.Owner> owner(Path path) {
    try {
      return FileFacts.of(path).flatMap(FileFacts::owner);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Finding finding(String code, Path place, String what, String mend) {
    return new Finding(
        Level.WARNING,
        code,
        what,
        Optional.of(Place.of(place)),
        Optional.empty(),
        Optional.of(mend));
  }
}
