package dev.keyport.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An interpreter with another reader of netrcs, and the script that uses it.
 *
 * @param name for the tables
 * @param interpreter as on the PATH
 * @param script in the folder of peers; FILE HOST prints the password, FILE HOST SECONDS the
 *     milliseconds of each look-up
 * @param version words that print the version, or fail where the reader is missing
 */
record Peer(String name, String interpreter, String script, List<String> version) {
  static final List<Peer> ALL =
      List.of(
          new Peer("Python netrc", "python3", "lookup.py", List.of("--version")),
          new Peer(
              "Ruby netrc gem",
              "ruby",
              "lookup.rb",
              List.of(
                  "-e", "require 'netrc'; puts \"Ruby #{RUBY_VERSION}, netrc #{Netrc::VERSION}\"")),
          new Peer(
              "npm netrc-parser",
              "node",
              "lookup.js",
              List.of(
                  "-p",
                  "'Node '+process.versions.node+', netrc-parser '"
                      + "+require('./node_modules/netrc-parser/package.json').version")));

  /** Those that run here; the report names the others. */
  static List<Peer> present(Plan plan, Report report) throws IOException, InterruptedException {
    List<Peer> present = new ArrayList<>();
    List<String> versions = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Peer peer : ALL) {
      Command.Ended ended = peer.versionOn(plan);
      if (ended.isFine()) {
        present.add(peer);
        versions.add(ended.output());
      } else {
        missing.add(peer.name() + " (" + peer.interpreter() + ")");
      }
    }
    if (!versions.isEmpty()) {
      report.paragraph("Versions: " + String.join("; ", versions) + ".");
    }
    if (!missing.isEmpty()) {
      report.paragraph("Not on this machine: " + String.join(", ", missing) + ".");
    }
    return present;
  }

  private Command.Ended versionOn(Plan plan) throws IOException, InterruptedException {
    boolean npmMissing = script.endsWith("js") && !Files.isDirectory(plan.nodeModules());
    if (!isOnPath(interpreter) || npmMissing) {
      return new Command.Ended(0, false, 1, "");
    }
    List<String> words = new ArrayList<>(List.of(interpreter));
    words.addAll(version);
    return new Command(words, folder(plan)).run(Duration.ofSeconds(20));
  }

  /** Whether a program of that name is there to be run. */
  static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  Command lookup(Plan plan, Path file, int entries, String... more) {
    List<String> words = new ArrayList<>(List.of(interpreter));
    words.add(plan.peers().resolve(script).toString());
    words.add(file.toString());
    words.add(SampleNetrc.lastHost(entries).toString());
    words.addAll(List.of(more));
    return new Command(words, folder(plan));
  }

  private Path folder(Plan plan) {
    return Files.isDirectory(plan.nodeModules()) ? plan.nodeModules() : plan.peers();
  }
}
