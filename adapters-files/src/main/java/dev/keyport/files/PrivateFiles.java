package dev.keyport.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files and folders for the user alone: 0600 and 0700 where there are modes. */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** What to create a file with, so that at no instant anyone else can open it. */
  static FileAttribute<?>[] fileAttributes(Path path) {
    return hasModes(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
        : new FileAttribute<?>[0];
  }

  /** Exactly 0600, whatever the umask left. */
  static void makePrivate(Path file) throws IOException {
    if (hasModes(file)) {
      Files.setPosixFilePermissions(file, FILE);
    }
  }

  /** Takes from others every right to the file or folder; its owner's stay as they are. */
  static void close(Path path) throws IOException {
    if (hasModes(path)) {
      Set<PosixFilePermission> own = EnumSet.copyOf(FOLDER);
      own.retainAll(Files.getPosixFilePermissions(path));
      Files.setPosixFilePermissions(path, own);
    }
  }

  /**
   * Makes the folder and those above it that are missing; those that are there stay as they are.
   *
   * @throws IOException when one can't be made
   */
  public static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (hasModes(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    } else {
      Files.createDirectories(folder);
    }
  }
}
