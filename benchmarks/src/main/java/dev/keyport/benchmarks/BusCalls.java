package dev.keyport.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The calls that pass over a session bus while something runs, by dbus-monitor. */
final class BusCalls {
  static final String PROGRAM = "dbus-monitor";

  /** The fields of a line of {@code dbus-monitor --profile}: a type, times, and who calls what. */
  private static final int SENDER = 3;

  private static final int MEMBER = 7;

  private BusCalls() {}

  /** What is watched. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /**
   * The members called, in order, by whoever called the member named; empty when nobody did.
   *
   * @param member one that the program of interest calls, and no other
   */
  static List<String> during(Map<String, String> environment, String member, Work work)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(PROGRAM, "--session", "--profile", "type='method_call'")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process monitor = builder.start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(monitor.getInputStream(), StandardCharsets.UTF_8))) {
      // It prints its heading when it watches.
      lines.readLine();
      work.run();
      // Ends the output. Process.destroy() would close this end of it, unread.
      monitor.toHandle().destroy();
      Map<String, List<String>> bySender = new LinkedHashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split("\t", -1);
        if (fields.length > MEMBER && fields[0].equals("mc")) {
          bySender
              .computeIfAbsent(fields[SENDER], sender -> new ArrayList<>())
              .add(fields[MEMBER].strip());
        }
      }
      return bySender.values().stream()
          .filter(members -> members.contains(member))
          .findFirst()
          .orElse(List.of());
    } finally {
      monitor.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
    }
  }
}
