package dev.keyport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code bin/bench} starts: ROOT WORK [NAME…] [--quick]. */
public final class Main {
  private static final List<Section> SECTIONS =
      List.of(
          new WarmSection(),
          new EmbeddingSection(),
          new ProcessSection(),
          new MemorySection(),
          new KeychainSection(),
          new SandboxSection(),
          new SoakSection(),
          new RequestsSection());
  private static final int USAGE = 2;

  private Main() {}

  /** Runs the sections named, or all. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    List<String> words = Arrays.asList(arguments).subList(2, arguments.length);
    boolean quick = words.contains("--quick");
    List<String> names = words.stream().filter(word -> !word.startsWith("--")).toList();
    List<String> known = SECTIONS.stream().map(Section::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        System.err.println("bin/bench: no section is named " + name + ": " + known);
        System.exit(USAGE);
      }
    }
    Path docs = quick ? root.resolve("benchmarks/target/report") : root.resolve("docs");
    Path file = Files.createDirectories(docs).resolve("benchmarks.md");
    Plan plan = new Plan(quick, root, Path.of(arguments[1]).toAbsolutePath());
    Document document = new Document(file, SECTIONS);
    for (Section section : SECTIONS) {
      if (names.isEmpty() ? !section.isLong() : names.contains(section.name())) {
        System.err.println(section.title() + " ...");
        Report report = new Report(docs.resolve("images"));
        report.paragraph(measured(plan));
        section.run(plan, report);
        document.replace(section, report.toString());
      }
    }
    System.out.println(root.relativize(file));
  }

  private static String measured(Plan plan) throws IOException, InterruptedException {
    return String.format(
        "Measured %s at commit %s, on %s %s with %d cores (%s), Java %s%s.",
        LocalDate.now(ZoneOffset.UTC),
        commit(plan),
        System.getProperty("os.name", "?"),
        System.getProperty("os.arch", "?"),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        System.getProperty("java.version", "?"),
        load());
  }

  private static String commit(Plan plan) throws IOException, InterruptedException {
    Command.Ended ended =
        new Command(List.of("git", "describe", "--always", "--dirty", "--abbrev=10"), plan.root())
            .run(Duration.ofSeconds(20));
    return ended.isFine() ? ended.output() : "unknown";
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return "processor unknown";
    }
    try (Stream<String> lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("processor unknown");
    }
  }

  /** So that a reader sees what else ran. */
  private static String load() throws IOException {
    Path average = Path.of("/proc/loadavg");
    return Files.isReadable(average)
        ? ", load at the start "
            + Stream.of(Files.readString(average).split(" ", -1))
                .limit(1)
                .collect(Collectors.joining())
        : "";
  }
}
