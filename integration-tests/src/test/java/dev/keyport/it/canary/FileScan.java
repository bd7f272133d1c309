package dev.keyport.it.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through every file below a folder. */
final class FileScan {
  /** What a JVM leaves when it crashes, is watched, or dumps its heap. */
  private static final Pattern LEFT_BY_JVM =
      Pattern.compile("hs_err_.*|hsperfdata_.*|core(\\..*)?|.*\\.hprof|.*\\.jfr|replay_pid.*");

  private final Canaries canaries;
  private final Map<Path, Set<String>> granted;

  /**
   * @param canaries what to look for
   * @param granted the canaries that each of these files may hold
   */
  FileScan(Canaries canaries, Map<Path, Set<String>> granted) {
    this.canaries = canaries;
    this.granted = Map.copyOf(granted);
  }

  /** The canaries in files below, and files that no JVM should have left. */
  List<Finding> below(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Finding> findings = new ArrayList<>();
      for (Path file : found.sorted().toList()) {
        findings.addAll(in(file));
      }
      return findings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Finding> in(Path file) throws IOException {
    List<Finding> findings = new ArrayList<>();
    String name = String.valueOf(file.getFileName());
    if (LEFT_BY_JVM.matcher(name).matches()) {
      findings.add(new Finding("anything at all", "left file " + name));
    }
    Set<String> mayHold = granted.getOrDefault(file, Set.of());
    canaries.in(name).forEach(canary -> findings.add(new Finding(canary, "name of a file")));
    if (Files.isRegularFile(file)) {
      canaries.in(Files.readAllBytes(file)).stream()
          .filter(canary -> !mayHold.contains(canary))
          .forEach(canary -> findings.add(new Finding(canary, "file " + name)));
    }
    return findings;
  }
}
