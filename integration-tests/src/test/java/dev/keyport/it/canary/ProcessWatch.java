package dev.keyport.it.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at a process and all below it by Linux's proc(5): at their arguments, their environment,
 * and the JVM's shared performance data. A process that lives for less than the time between two
 * looks may be missed, which is what {@link RecordedTools} are for.
 */
final class ProcessWatch {
  private static final Path PROC = Path.of("/proc");

  /** Starts the JVM's children: as it is the JVM's own, it sees what the JVM sees. */
  private static final String SPAWN_HELPER = "jspawnhelper";

  private final Canaries canaries;
  private final Set<String> grantedInArguments;
  private final Set<String> grantedInEnvironment;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * @param canaries what to look for
   * @param grantedInArguments the canaries that the top process alone was given as arguments
   * @param grantedInEnvironment those that it alone was given in its environment
   */
  ProcessWatch(
      Canaries canaries, Set<String> grantedInArguments, Set<String> grantedInEnvironment) {
    this.canaries = canaries;
    this.grantedInArguments = Set.copyOf(grantedInArguments);
    this.grantedInEnvironment = Set.copyOf(grantedInEnvironment);
  }

  /** Whether this machine can be watched. */
  static boolean isPossible() {
    return Files.isReadable(PROC.resolve("self/environ"));
  }

  /** Looks once at this process and all below it. */
  void look(ProcessHandle root) {
    byte[] own = read(root.pid(), "cmdline");
    see(root.pid(), own, grantedInArguments, grantedInEnvironment);
    for (ProcessHandle child : root.descendants().toList()) {
      byte[] arguments = read(child.pid(), "cmdline");
      // Forked and about to become another program: still a copy of the one above.
      boolean copy = Arrays.equals(arguments, own) || name(arguments).equals(SPAWN_HELPER);
      see(
          child.pid(),
          arguments,
          copy ? grantedInArguments : Set.of(),
          copy ? grantedInEnvironment : Set.of());
    }
  }

  private void see(long pid, byte[] arguments, Set<String> inArguments, Set<String> inEnvironment) {
    String name = name(arguments);
    seen.add(name);
    byte[] environment = read(pid, "environ");
    // What it was when its arguments were read: another program may have taken its place.
    if (Arrays.equals(arguments, read(pid, "cmdline"))) {
      add(arguments, "argv of " + name, inArguments);
      add(environment, "environment of " + name, inEnvironment);
    }
    performanceData(pid)
        .forEach(file -> findings.add(new Finding("anything at all", "performance data " + file)));
  }

  private void add(byte[] bytes, String place, Set<String> granted) {
    canaries.in(bytes).stream()
        .filter(canary -> !granted.contains(canary))
        .forEach(canary -> findings.add(new Finding(canary, place)));
  }

  /** The files that the JVM of this process shares its counters by, whoever's it is. */
  private static List<Path> performanceData(long pid) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(Path.of("/tmp"), "hsperfdata_*")) {
      for (Path folder : folders) {
        Path file = folder.resolve(String.valueOf(pid));
        if (Files.exists(file)) {
          files.add(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** What the kernel says of it; nothing of one that has ended. */
  private static byte[] read(long pid, String file) {
    try {
      return Files.readAllBytes(PROC.resolve(pid + "/" + file));
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static String name(byte[] arguments) {
    String first = new String(arguments, StandardCharsets.UTF_8).split("\0", 2)[0];
    return first.substring(first.lastIndexOf('/') + 1);
  }

  /** What was found so far. */
  Set<Finding> findings() {
    return Set.copyOf(findings);
  }

  /** The names of the programs seen so far. */
  Set<String> seen() {
    return Set.copyOf(seen);
  }
}
