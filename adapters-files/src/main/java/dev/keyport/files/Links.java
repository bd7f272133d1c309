package dev.keyport.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the file that a symbolic link stands for, even when that file does not exist yet. */
final class Links {
  private static final int MAX_LINKS = 40;

  private Links() {}

  /**
   * The file itself, in its real folder, so that every spelling of its path gives the same.
   *
   * @throws IOException when the folder does not exist or the links go in a circle
   */
  static Path resolve(Path path) throws IOException {
    Path file = path.toAbsolutePath();
    for (int i = 0; i < MAX_LINKS; i++) {
      Path folder = file.getParent();
      Path name = file.getFileName();
      if (folder == null || name == null) {
        return file;
      }
      file = folder.toRealPath().resolve(name);
      if (!Files.isSymbolicLink(file)) {
        return file;
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    throw new FileSystemLoopException(path.toString());
  }

  static boolean folderExists(Path target) {
    Path folder = target.getParent();
    return folder != null && Files.isDirectory(folder);
  }
}
