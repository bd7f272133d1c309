package dev.keyport.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The new content of a file, written beside it and on the disk before it takes the file's place: a
 * crash at any instant leaves the old file or the new one.
 */
final class Replacement implements AutoCloseable {
  private static final String MARK = ".keyport-";
  private static final String SUFFIX = ".tmp";
  private static final int RANDOM_BYTES = 8;
  private static final int CHUNK = 64 * 1024;

  private final Path target;
  private final Path file;

  private Replacement(Path target, Path file) {
    this.target = target;
    this.file = file;
  }

  /**
   * Writes the bytes to a file of the same folder that nobody else could ever open.
   *
   * @param owner who shall own it; empty for this process's own user
   */
  static Replacement write(Path target, byte[] bytes, Optional<FileFacts.Owner> owner)
      throws IOException {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    Path file = folder(target).resolve(prefix(target) + HexFormat.of().formatHex(random) + SUFFIX);
    Replacement replacement = new Replacement(target, file);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PrivateFiles.fileAttributes(file))) {
      write(channel, bytes);
      PrivateFiles.makePrivate(file);
      if (owner.isPresent()) {
        Files.setAttribute(file, "unix:uid", owner.get().uid());
        Files.setAttribute(file, "unix:gid", owner.get().gid());
      }
      channel.force(true);
    } catch (IOException e) {
      replacement.close();
      throw e;
    }
    return replacement;
  }

  /** In pieces, since the JDK copies each to memory of its own. */
  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    int written = 0;
    while (written < bytes.length) {
      int length = Math.min(CHUNK, bytes.length - written);
      written += channel.write(ByteBuffer.wrap(bytes, written, length));
    }
  }

  /** Takes the target's place in one step. */
  void commit() throws IOException {
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
  }

  /** So that the new name survives a power cut; not every system can open a folder for that. */
  private void forceFolder() {
    try (FileChannel folder = FileChannel.open(folder(target), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // The replacement is done and seen by everyone; only its outliving a power cut is unsure.
    }
  }

  /** Removes what was not committed. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Removes what a crashed writer left; only under the lock, which says that no other lives. */
  static void sweep(Path target) throws IOException {
    for (Path stray : strays(target)) {
      Files.deleteIfExists(stray);
    }
  }

  /** What writers of this file have left, or, without the lock, are about to rename. */
  static List<Path> strays(Path target) throws IOException {
    String prefix = prefix(target);
    if (!Files.isDirectory(folder(target))) {
      return List.of();
    }
    try (DirectoryStream<Path> strays =
        Files.newDirectoryStream(folder(target), path -> isStray(path, prefix))) {
      return StreamSupport.stream(strays.spliterator(), false).toList();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Whether it has a name as replacements of whatever file have. */
  static boolean isStray(Path path) {
    String name = String.valueOf(path.getFileName());
    int mark = name.lastIndexOf(MARK);
    return name.startsWith(".") && mark > 0 && isStray(path, name.substring(0, mark) + MARK);
  }

  private static boolean isStray(Path path, String prefix) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(prefix)
        && name.endsWith(SUFFIX)
        && name.length() == prefix.length() + 2 * RANDOM_BYTES + SUFFIX.length();
  }

  private static String prefix(Path target) {
    String name = String.valueOf(target.getFileName());
    return (name.startsWith(".") ? "" : ".") + name + MARK;
  }

  private static Path folder(Path target) {
    return Objects.requireNonNull(target.getParent(), "an absolute file has a folder");
  }
}
