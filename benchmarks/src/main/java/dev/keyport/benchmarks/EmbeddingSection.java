package dev.keyport.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** Keyport in another program: what the program waits for. */
final class EmbeddingSection implements Section {
  /**
   * @param method as JMH knows it
   * @param name as the report does
   * @param bound what it shall stay below, in microseconds; empty where it is another's
   */
  private record Named(String method, String name, String bound) {}

  private static final String PLAIN = "plainRequest";
  private static final String INTERCEPTED = "interceptedRequest";

  private static final List<Named> BENCHMARKS =
      List.of(
          new Named("keptFind", "Keyport, a credential that the facade keeps", "1"),
          new Named("cachedFind", "Keyport, one host's that is kept", "1"),
          new Named("googleHeader", "google-auth-library, the header of a token held", ""),
          new Named("googleToken", "google-auth-library, a token held, not looked at", ""),
          new Named("find", "Keyport, a credential from the netrc", "50"),
          new Named("jgitFind", "JGit's NetRC, the same", ""),
          new Named(PLAIN, "a request without the interceptor", ""),
          new Named(INTERCEPTED, "a request with it", ""),
          new Named("openAndClose", "Keyport, opened and closed", "5,000"));

  /**
   * @param best in microseconds
   * @param median in microseconds
   * @param bytes allocated by a call
   */
  private record Measured(double best, double median, double bytes) {
    static Measured of(RunResult result) {
      Statistics millis = result.getPrimaryResult().getStatistics();
      return new Measured(
          millis.getMin() * 1000,
          millis.getPercentile(50) * 1000,
          Jmh.allocated(result).orElse(Double.NaN));
    }

    Measured minus(Measured other) {
      return new Measured(best - other.best, median - other.median, bytes - other.bytes);
    }

    List<String> row(String name, String bound) {
      return List.of(
          name,
          Samples.number(best) + " (" + Samples.number(median) + ")",
          bound,
          String.format(Locale.ROOT, "%,.0f", bytes));
    }
  }

  @Override
  public String name() {
    return "embedding";
  }

  @Override
  public String title() {
    return "In another program";
  }

  @Override
  public void run(Plan plan, Report report) throws IOException {
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (RunResult result :
        Jmh.run(plan, Jmh.options(plan, List.of(EmbeddingBenchmark.class), "jmh-embedding.log"))) {
      String benchmark = result.getParams().getBenchmark();
      measured.put(benchmark.substring(benchmark.lastIndexOf('.') + 1), Measured.of(result));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Named named : BENCHMARKS) {
      Measured one = found(measured, named.method());
      rows.add(one.row(named.name(), named.bound()));
      if (named.method().equals(INTERCEPTED)) {
        rows.add(one.minus(found(measured, PLAIN)).row("what the interceptor adds", "2"));
      }
    }
    report.paragraph(
        "Microseconds of a call in a warm process, best and (median), what it shall stay below, and"
            + " the bytes that a call allocates. A call below a microsecond is timed by the second,"
            + " the others one by one. The netrc has ten entries;"
            + " the last is looked up, and the file read and checked anew each time. The facade"
            + " finds its store through ServiceLoader. Requests go to a chain of OkHttp's that"
            + " answers at once, so that the interceptor's own part shows.");
    report.table(List.of("", "µs", "below", "bytes"), rows);
    growth(plan, report);
  }

  private static Measured found(Map<String, Measured> measured, String method) {
    Measured one = measured.get(method);
    if (one == null) {
      throw new IllegalStateException("JMH did not run " + method);
    }
    return one;
  }

  /** Whether later requests cost more memory than earlier ones. */
  private static void growth(Plan plan, Report report) throws IOException {
    int all = plan.quick() ? 20_000 : 10_000_000;
    int part = all / 10;
    System.setProperty(StoreBenchmark.WORK, plan.work().toString());
    EmbeddingBenchmark benchmark = new EmbeddingBenchmark();
    benchmark.write();
    send(benchmark, part); // the compiler's work is done then
    double first = send(benchmark, part);
    send(benchmark, all - 3 * part);
    double last = send(benchmark, part);
    benchmark.close();
    report.paragraph(
        String.format(
            Locale.ROOT,
            "Of %,d requests through the interceptor, each of the second %,d allocates %.1f bytes,"
                + " each of the last %,d allocates %.1f.",
            all,
            part,
            first,
            part,
            last));
  }

  /** Bytes per request. */
  private static double send(EmbeddingBenchmark benchmark, int requests) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < requests; i++) {
      benchmark.interceptedRequest();
    }
    return (threads.getThreadAllocatedBytes(thread) - before) / (double) requests;
  }
}
