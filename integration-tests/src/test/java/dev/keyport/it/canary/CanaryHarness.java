package dev.keyport.it.canary;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.PackagedCommand;
import dev.keyport.it.verbs.Stage;
import dev.keyport.it.verbs.WatchedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the packaged command as a watched process, and tells where a secret of the stage was seen
 * that had no business there: in an argument or the environment of any process, in what was written
 * to the standard streams, or in a file of the home or temporary folder.
 */
final class CanaryHarness implements Command {
  /** What is only ever sent, and stored nowhere. */
  private static final Set<String> NEVER_STORED = Set.of("password", "otp password", "otp");

  private static final String ARGUMENT_BY_CONTRACT = "--otp";

  private final Stage stage;
  private final Path temporary;
  private final RecordedTools tools;
  private final Map<String, String> given;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * @param stage where it runs
   * @param folder for what is beside the home
   * @param given the variables that hold a secret by contract
   */
  CanaryHarness(Stage stage, Path folder, Map<String, String> given) {
    this.stage = stage;
    this.given = Map.copyOf(given);
    this.tools = RecordedTools.in(folder, "sh", "stty", "ssh-keygen", "git", "gpg");
    try {
      this.temporary = Files.createTempDirectory(folder, "temporary");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Ended run(List<String> arguments, String stdin, Map<String, String> environment) {
    ProcessBuilder builder = builder(words(arguments), environment);
    ProcessWatch watch = watch(arguments);
    Ended ended = WatchedProcess.run(builder, stdin, process -> watch.look(process.toHandle()));
    findings.addAll(watch.findings());
    seen.addAll(watch.seen());
    return ended;
  }

  /** Runs it at a terminal, which script(1) makes, with somebody who answers its questions. */
  Ended runAtTerminal(List<String> arguments, TypedAnswers answers)
      throws IOException, InterruptedException {
    String line = "'" + String.join("' '", words(arguments)) + "'";
    ProcessBuilder builder =
        builder(List.of("script", "-qec", line, "/dev/null"), stage.environment());
    ProcessWatch watch = watch(arguments);
    Process process = builder.redirectErrorStream(true).start();
    WatchedProcess.await(
        process,
        running -> {
          running.descendants().filter(CanaryHarness::isCommand).findFirst().ifPresent(watch::look);
          answers.type(running);
        });
    findings.addAll(watch.findings());
    seen.addAll(watch.seen());
    return answers.ended(process);
  }

  /** What makes the terminal is no part of the command, and sees what the command sees. */
  private static boolean isCommand(ProcessHandle process) {
    return process.info().command().filter(path -> path.endsWith("/java")).isPresent();
  }

  private List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>(PackagedCommand.words());
    words.add(1, "-Djava.io.tmpdir=" + temporary);
    words.addAll(arguments);
    return words;
  }

  private ProcessBuilder builder(List<String> words, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(stage.home().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(environment));
    return builder;
  }

  /** What the command sees, a temporary folder of its own and stand-ins for tools included. */
  private Map<String, String> environment(Map<String, String> base) {
    Map<String, String> all = new HashMap<>(base);
    all.put("PATH", tools.path());
    all.put("TMPDIR", temporary.toString());
    all.put("LC_ALL", "C.UTF-8");
    all.putAll(given);
    return all;
  }

  private ProcessWatch watch(List<String> arguments) {
    Set<String> inArguments =
        arguments.contains(ARGUMENT_BY_CONTRACT) ? Set.of("otp") : Set.<String>of();
    Set<String> inEnvironment =
        canaries().values().entrySet().stream()
            .filter(canary -> given.containsValue(canary.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return new ProcessWatch(canaries(), inArguments, inEnvironment);
  }

  private Canaries canaries() {
    return new Canaries(
        stage.secrets(), List.of(stage.filled("{email}"), stage.filled("{otp email}")));
  }

  /**
   * Everything found so far, what is in files now included.
   *
   * @param ended what the last run wrote
   * @param answersSecret whether its answer was to be a secret
   */
  Set<Finding> findings(Ended ended, boolean answersSecret) {
    Canaries canaries = canaries();
    if (!answersSecret || ended.exit() != 0) {
      canaries.in(ended.stdout()).forEach(name -> findings.add(new Finding(name, "stdout")));
    }
    canaries.in(ended.stderr()).forEach(name -> findings.add(new Finding(name, "stderr")));
    findings.addAll(inFilesAndTools());
    return Set.copyOf(findings);
  }

  private Set<Finding> inFilesAndTools() {
    Canaries canaries = canaries();
    Set<String> storable =
        canaries.values().keySet().stream()
            .filter(name -> !NEVER_STORED.contains(name))
            .collect(Collectors.toUnmodifiableSet());
    FileScan scan =
        new FileScan(canaries, Map.of(stage.netrc(), storable, stage.moved(), storable));
    Set<Finding> found = new LinkedHashSet<>(scan.below(stage.home()));
    found.addAll(scan.below(temporary));
    canaries
        .in(tools.record())
        .forEach(name -> found.add(new Finding(name, "a tool that was run")));
    return found;
  }

  /** The names of the programs that were run. */
  Set<String> seen() {
    return Set.copyOf(seen);
  }

  /** Whether this tool was run. */
  boolean ran(String tool) {
    return tools.record().lines().anyMatch(tool::equals);
  }
}
