package dev.keyport.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The smallest heap in which a call still succeeds, found by halving: what must be in memory at
 * once, with no garbage counted.
 */
final class MemorySection implements Section {
  private static final int SMALLEST_MIB = 2;
  private static final int LARGEST_MIB = 256;
  private static final int LARGEST_MIB_QUICKLY = 16;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String title() {
    return "netrc, memory";
  }

  @Override
  public void run(Plan plan, Report report) throws IOException, InterruptedException {
    int most = plan.sizes().get(plan.sizes().size() - 1);
    double size = SampleNetrc.bytes(most).length / (1024.0 * 1024.0);
    report.paragraph(
        String.format(
            Locale.ROOT,
            "The smallest heap (`-Xmx`, in MiB, to the nearest) with which a process still does it"
                + " with one entry, and with %,d (%.1f MiB); so the JVM's own need is in both."
                + " Memory outside the heap is not counted; files are read and written in pieces"
                + " of 64 KiB.",
            most,
            size));
    Map<String, String> calls = new LinkedHashMap<>();
    calls.put("find", "Keyport, find the last");
    if (!plan.quick()) {
      calls.put("put", "Keyport, put");
      calls.put("jgit", "JGit, find the last");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, String> call : calls.entrySet()) {
      int base = smallestHeap(plan, call.getKey(), 1);
      int full = smallestHeap(plan, call.getKey(), most);
      rows.add(
          List.of(
              call.getValue(),
              String.valueOf(base),
              String.valueOf(full),
              String.format(Locale.ROOT, "%.1f × the file", (full - base) / size)));
    }
    report.table(
        List.of("", "1 entry", String.format(Locale.ROOT, "%,d entries", most), "more"), rows);
  }

  private static int smallestHeap(Plan plan, String call, int entries)
      throws IOException, InterruptedException {
    int tooSmall = SMALLEST_MIB - 1;
    int enough = plan.quick() ? LARGEST_MIB_QUICKLY : LARGEST_MIB;
    while (enough - tooSmall > 1) {
      int tried = (tooSmall + enough) / 2;
      if (fits(plan, call, entries, tried)) {
        enough = tried;
      } else {
        tooSmall = tried;
      }
    }
    return enough;
  }

  private static boolean fits(Plan plan, String call, int entries, int mib)
      throws IOException, InterruptedException {
    Path file = SampleNetrc.write(plan.work(), entries);
    List<String> words =
        Java.words(
            List.of("-Xmx" + mib + "m", "-Xlog:disable"),
            StoreProcess.class,
            call,
            file.toString(),
            String.valueOf(entries));
    return new Command(words, plan.work()).run(plan.limit()).isFine();
  }
}
