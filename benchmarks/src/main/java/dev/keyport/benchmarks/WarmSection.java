package dev.keyport.benchmarks;

import dev.keyport.netrc.ParseBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** Within a process that has done the same many times: JMH for Java, a loop for the scripts. */
final class WarmSection implements Section {
  /**
   * @param method class and method, as JMH knows it
   * @param name as the report does
   */
  private record Named(String method, String name) {}

  private static final List<Named> BENCHMARKS =
      List.of(
          new Named("ParseBenchmark.parse", "Keyport, parse alone"),
          new Named("StoreBenchmark.find", "Keyport, find the last"),
          new Named("StoreBenchmark.put", "Keyport, put"),
          new Named("StoreBenchmark.remove", "Keyport, remove"),
          new Named("StoreBenchmark.list", "Keyport, list"),
          new Named("StoreBenchmark.jgitFind", "JGit, find the last"));

  @Override
  public String name() {
    return "warm";
  }

  @Override
  public String title() {
    return "netrc, in a warm process";
  }

  @Override
  public void run(Plan plan, Report report) throws IOException, InterruptedException {
    report.paragraph(
        "Milliseconds, best and (median), by the number of entries; each call reads the file anew."
            + " Keyport writes to a file system in memory where the machine has one, so that the"
            + " disk's fsync is left out.");
    Map<String, Series> byName = new LinkedHashMap<>();
    BENCHMARKS.forEach(named -> byName.put(named.name(), new Series(named.name())));
    Map<String, Map<Integer, Double>> allocated = new LinkedHashMap<>();
    for (RunResult result : benchmarks(plan)) {
      take(result, byName, allocated);
    }
    List<Series> all = new ArrayList<>(byName.values());
    for (Peer peer : Peer.present(plan, report)) {
      all.add(peerSeries(plan, peer));
    }
    report.table("", plan.sizes(), all);
    report.plot(
        "benchmarks-warm.svg",
        "Warm: milliseconds by entries, best",
        all.stream().filter(series -> !series.name().matches(".*(list|remove|alone)")).toList());
    allocation(plan, allocated, report);
  }

  private static Collection<RunResult> benchmarks(Plan plan) {
    return Jmh.run(
        plan,
        Jmh.options(plan, List.of(ParseBenchmark.class, StoreBenchmark.class), "jmh.log")
            .param("entries", plan.sizes().stream().map(String::valueOf).toArray(String[]::new)));
  }

  private static void take(
      RunResult result, Map<String, Series> byName, Map<String, Map<Integer, Double>> allocated) {
    String benchmark = result.getParams().getBenchmark();
    String name =
        BENCHMARKS.stream()
            .filter(named -> benchmark.endsWith("." + named.method()))
            .map(Named::name)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(benchmark + " has no name here"));
    int entries = Integer.parseInt(result.getParams().getParam("entries"));
    Statistics times = result.getPrimaryResult().getStatistics();
    Samples samples = new Samples(times.getMin(), times.getPercentile(50), "");
    byName.computeIfAbsent(name, Series::new).samples().put(entries, samples);
    Jmh.allocated(result)
        .ifPresent(
            bytes ->
                allocated
                    .computeIfAbsent(name, unused -> new LinkedHashMap<>())
                    .put(entries, bytes));
  }

  private static Series peerSeries(Plan plan, Peer peer) throws IOException, InterruptedException {
    Series series = new Series(peer.name() + ", find the last");
    for (int entries : plan.sizes()) {
      Path file = SampleNetrc.write(plan.work(), entries);
      double seconds = plan.quick() ? 0.2 : 4;
      Command.Ended ended =
          peer.lookup(plan, file, entries, String.valueOf(seconds)).run(plan.limit());
      List<Double> times =
          ended.output().lines().filter(line -> !line.isBlank()).map(WarmSection::number).toList();
      boolean none = times.isEmpty() || times.contains(Double.NaN);
      String why = ended.stopped() ? stopped(plan.limit()) : "failed";
      series.samples().put(entries, none ? Samples.none(why) : Samples.of(times));
    }
    return series;
  }

  static String stopped(Duration limit) {
    return "stopped after " + limit.toSeconds() + " s";
  }

  private static double number(String line) {
    try {
      return Double.parseDouble(line);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static void allocation(
      Plan plan, Map<String, Map<Integer, Double>> allocated, Report report) {
    int most = plan.sizes().get(plan.sizes().size() - 1);
    double size = SampleNetrc.bytes(most).length;
    List<List<String>> rows = new ArrayList<>();
    // JMH counts in what writing the file before each removal allocates.
    allocated.keySet().removeIf(name -> name.endsWith("remove"));
    allocated.forEach(
        (name, byEntries) -> {
          double bytes = byEntries.getOrDefault(most, Double.NaN);
          rows.add(List.of(name, Samples.number(bytes / 1e6), Samples.number(bytes / size) + " ×"));
        });
    report.paragraph(
        String.format(
            Locale.ROOT,
            "What one call allocates in all, garbage included, with %,d entries (%.1f MB):",
            most,
            size / 1e6));
    report.table(List.of("", "MB", "of the file's size"), rows);
  }
}
