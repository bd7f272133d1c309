package dev.keyport.files;

import dev.keyport.domain.doctor.Ailment;
import dev.keyport.domain.doctor.Finding;
import dev.keyport.domain.doctor.Upkeep;
import dev.keyport.domain.error.ShellWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The modes of the configuration file and of what is in the state folder, and the files that killed
 * writers left there. No link is followed.
 */
public final class KeptFiles implements Upkeep {
  /** A writer that lives is done long before. */
  private static final Duration OLD = Duration.ofMinutes(1);

  private static final int DEPTH = 3;

  private final Path stateFolder;
  private final Path configFile;
  private final Clock clock;

  /**
   * @param stateFolder Keyport's state folder; need not exist
   * @param configFile the configuration file; need not exist
   * @param clock tells how old a file is
   */
  public KeptFiles(Path stateFolder, Path configFile, Clock clock) {
    this.stateFolder = stateFolder;
    this.configFile = configFile;
    this.clock = clock;
  }

  @Override
  public List<Ailment> look() {
    List<Ailment> ailments = new ArrayList<>();
    Path folder = configFile.getParent();
    Stream.concat(Stream.of(configFile), Stream.ofNullable(folder))
        .filter(path -> isOpen(path, false))
        .forEach(
            path ->
                ailments.add(
                    closed(
                        "settings-writable-by-others",
                        path,
                        "others can write it, and so choose where logins are kept",
                        List.of(path))));
    List<Path> kept = below(stateFolder, DEPTH);
    List<Path> open = kept.stream().filter(path -> isOpen(path, true)).toList();
    if (!open.isEmpty()) {
      ailments.add(
          closed(
              "state-open-to-others",
              open.get(0),
              "others can read or write it" + more(open.size()),
              open));
    }
    List<Path> left = new ArrayList<>(kept.stream().filter(this::isLeftover).toList());
    Stream.ofNullable(folder)
        .flatMap(f -> below(f, 1).stream())
        .filter(this::isLeftover)
        .forEach(left::add);
    if (!left.isEmpty()) {
      ailments.add(leftovers(left));
    }
    return ailments;
  }

  private static String more(int count) {
    return count == 1 ? "" : ", as " + (count - 1) + " more of Keyport's files and folders";
  }

  /** Whether it is this user's and others may do to it what they must not. */
  private static boolean isOpen(Path path, boolean secretive) {
    if (Files.isSymbolicLink(path)) {
      return false;
    }
    boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    return FileUpkeep.owner(path)
        .filter(owner -> owner.othersWrite() || (secretive && file && owner.othersRead()))
        .isPresent();
  }

  private static Ailment closed(String code, Path place, String what, List<Path> paths) {
    Finding finding =
        FileUpkeep.finding(
            code,
            place,
            what,
            "chmod go-w " + ShellWord.of(place.toString()) + ", or doctor --fix");
    return Ailment.of(finding, () -> close(paths));
  }

  private static String close(List<Path> paths) {
    for (Path path : paths) {
      try {
        PrivateFiles.close(path);
      } catch (IOException e) {
        throw Failures.writing(path, e);
      }
    }
    return "closed "
        + paths.get(0)
        + (paths.size() == 1 ? "" : " and " + (paths.size() - 1) + " more")
        + " to others";
  }

  private boolean isLeftover(Path path) {
    try {
      return Replacement.isStray(path)
          && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          && Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
              .toInstant()
              .isBefore(clock.instant().minus(OLD));
    } catch (IOException e) {
      return false;
    }
  }

  private Ailment leftovers(List<Path> left) {
    Finding finding =
        FileUpkeep.finding(
            "leftover-files",
            left.get(0),
            "left by a save that was cut off" + more(left.size()),
            "keyport doctor --fix removes them");
    return Ailment.of(
        finding,
        () -> {
          for (Path path : left) {
            try {
              Files.deleteIfExists(path);
            } catch (IOException e) {
              throw Failures.writing(path, e);
            }
          }
          return "removed " + left.get(0) + more(left.size());
        });
  }

  /** The folder and what is in it, a few levels deep; nothing where there is none. */
  private static List<Path> below(Path folder, int depth) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, depth)) {
      return all.toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
