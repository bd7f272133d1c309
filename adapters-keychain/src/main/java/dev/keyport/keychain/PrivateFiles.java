package dev.keyport.keychain;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that only their owner can enter, where the file system knows owners. */
final class PrivateFiles {
  private PrivateFiles() {}

  /** Makes the folder and those above it that are missing; leaves those that are there. */
  static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
  }

  /** The attributes to create with: the mode, or none where there are no modes. */
  static FileAttribute<?>[] mode(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
