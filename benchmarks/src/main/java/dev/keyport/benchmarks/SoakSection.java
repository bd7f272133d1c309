package dev.keyport.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sandbox at a steady pace for minutes: does it keep up, and does it grow? */
final class SoakSection implements Section {
  private static final int PER_SECOND = 1000;
  private static final int PARTS = 10;

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String title() {
    return "The sandbox for ten minutes";
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public void run(Plan plan, Report report) throws IOException, InterruptedException {
    Duration part = plan.quick() ? plan.load() : Duration.ofMinutes(1);
    report.paragraph(
        String.format(
            Locale.ROOT,
            "%,d requests a second are asked for, over eight connections, of %s in turn; the rate"
                + " limit is lifted, client and server share the machine. A row is %s s. Live is"
                + " what the heap holds after a collection, memory what the process has.",
            PER_SECOND,
            String.join(", ", SandboxSection.PATHS),
            Samples.number(part.toMillis() / 1000.0)));
    List<List<String>> rows = new ArrayList<>();
    try (ServerProcess sandbox = SandboxSection.start(plan)) {
      String token = SandboxSection.unlimited(sandbox);
      List<URI> addresses =
          SandboxSection.PATHS.stream().map(path -> URI.create(sandbox.address() + path)).toList();
      for (int i = 1; i <= (plan.quick() ? 2 : PARTS); i++) {
        Load load = Load.of(addresses, token, part, PER_SECOND);
        rows.add(
            List.of(
                String.valueOf(i),
                String.format(Locale.ROOT, "%,.0f", load.perSecond()),
                Samples.number(load.median()),
                Samples.number(load.worst()),
                sandbox.live().map(Samples::number).orElse("?"),
                sandbox.resident().map(Samples::number).orElse("?")));
      }
    }
    report.table(List.of("", "requests/s", "median ms", "99 % ms", "live MB", "memory MB"), rows);
  }
}
