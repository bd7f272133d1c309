package dev.keyport.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one look at a file's inode tells; links are followed.
 *
 * @param regular whether it is a plain file, not a folder, pipe, socket or device
 * @param size in bytes
 * @param modified when its content was last written
 * @param identity which file it is: device and inode, where the file system has them
 * @param owner numbers and mode; empty where the file system has none, as on Windows
 */
record FileFacts(
    boolean regular, long size, FileTime modified, Object identity, Optional<Owner> owner) {
  private static final int PERMISSION_BITS = 0777;
  private static final int READ_BY_OTHERS = 0044;
  private static final int WRITE_BY_OTHERS = 0022;

  /**
   * Whose file it is.
   *
   * @param uid the user's number
   * @param gid the group's number
   * @param mode the permission bits alone
   */
  record Owner(int uid, int gid, int mode) {
    boolean othersRead() {
      return (mode & READ_BY_OTHERS) != 0;
    }

    boolean othersWrite() {
      return (mode & WRITE_BY_OTHERS) != 0;
    }

    /** As {@code chmod} takes it. */
    String octalMode() {
      return String.format("%04o", mode);
    }
  }

  /** Empty when there is no such file. */
  static Optional<FileFacts> of(Path path) throws IOException {
    try {
      return Optional.of(hasUnixView(path) ? unix(path) : basic(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether owners are numbers here. The view named {@code unix} is the JDK's own on Linux and
   * macOS; unlike {@code posix} it needs no look-up of user names, which may ask a network.
   */
  static boolean hasUnixView(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  private static FileFacts unix(Path path) throws IOException {
    Map<String, Object> seen =
        Files.readAttributes(
            path, "unix:isRegularFile,size,lastModifiedTime,ctime,dev,ino,uid,gid,mode");
    return new FileFacts(
        (Boolean) value(seen, "isRegularFile"),
        (Long) value(seen, "size"),
        (FileTime) value(seen, "lastModifiedTime"),
        value(seen, "dev") + ":" + value(seen, "ino") + ":" + value(seen, "ctime"),
        Optional.of(
            new Owner(
                (Integer) value(seen, "uid"),
                (Integer) value(seen, "gid"),
                (Integer) value(seen, "mode") & PERMISSION_BITS)));
  }

  private static Object value(Map<String, Object> seen, String name) {
    return Objects.requireNonNull(seen.get(name), name);
  }

  private static FileFacts basic(Path path) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
    return new FileFacts(
        seen.isRegularFile(),
        seen.size(),
        seen.lastModifiedTime(),
        Objects.requireNonNullElse(seen.fileKey(), seen.creationTime()),
        Optional.empty());
  }

  boolean sameFileUntouched(FileFacts later) {
    return size == later.size
        && modified.equals(later.modified)
        && identity.equals(later.identity)
        && owner.equals(later.owner);
  }
}
