package dev.keyport.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder with a netrc in it where nothing more can be written. */
final class Unwritable implements AutoCloseable {
  private final Path folder;
  private final boolean mounted;
  private final String[] prefix;
  private final List<String> before;

  private Unwritable(Path folder, boolean mounted, String... prefix) throws IOException {
    this.folder = folder;
    this.mounted = mounted;
    this.prefix = prefix;
    this.before = names();
  }

  /** Its owner has no right to write there; root has to be run without its power to do so still. */
  static Unwritable withoutPermission(Path folder, String netrc) throws IOException {
    Files.createDirectory(folder);
    write(folder, netrc);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    if (!isRoot()) {
      return new Unwritable(folder, false);
    }
    Needed.command("setpriv");
    return new Unwritable(folder, false, "setpriv", "--bounding-set=-dac_override");
  }

  /** A file system mounted read-only. */
  static Unwritable readOnly(Path folder, String netrc) throws IOException {
    mount(folder);
    write(folder, netrc);
    run("mount", "-o", "remount,ro", folder.toString());
    return new Unwritable(folder, true);
  }

  /** A file system without a free block. */
  static Unwritable full(Path folder, String netrc) throws IOException {
    mount(folder);
    write(folder, netrc);
    fill(folder.resolve("filler"));
    return new Unwritable(folder, true);
  }

  Path folder() {
    return folder;
  }

  Path netrc() {
    return folder.resolve(".netrc");
  }

  /** What the command has to be run by. */
  String[] prefix() {
    return prefix.clone();
  }

  List<String> namesBefore() {
    return before;
  }

  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Objects.toString(file.getFileName())).sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    if (mounted) {
      run("umount", folder.toString());
    } else {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static void write(Path folder, String netrc) throws IOException {
    Path file = Files.writeString(folder.resolve(".netrc"), netrc);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static void mount(Path folder) throws IOException {
    Needed.that(isRoot(), "only root can mount a file system of its own");
    Files.createDirectory(folder);
    int status = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString());
    Needed.that(status == 0, "no file system can be mounted here");
  }

  private static void fill(Path file) throws IOException {
    try (OutputStream filler = Files.newOutputStream(file)) {
      byte[] block = new byte[4096];
      while (true) {
        filler.write(block);
      }
    } catch (IOException e) {
      // That is what full means.
      return;
    }
  }

  private static boolean isRoot() throws IOException {
    return Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0);
  }

  private static int run(String... command) {
    return Processes.run(new ProcessBuilder(Arrays.asList(command)), "", String.join(" ", command))
        .exit();
  }
}
