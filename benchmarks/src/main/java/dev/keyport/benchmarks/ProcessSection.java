package dev.keyport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From starting a program to its end, with the last entry's password found. */
final class ProcessSection implements Section {
  @Override
  public String name() {
    return "process";
  }

  @Override
  public String title() {
    return "netrc, a whole process";
  }

  /** How one program is asked for the last entry of a file, and what it answers. */
  private interface Lookup {
    Command of(Path file, int entries) throws IOException;
  }

  private record Contender(String name, Lookup lookup, boolean printsPassword) {}

  @Override
  public void run(Plan plan, Report report) throws IOException, InterruptedException {
    report.paragraph(
        "Milliseconds, best and (median), from the start of a process that finds the last entry's"
            + " password to its end, by the number of entries. curl sends it to a server in this"
            + " machine, which checks it. Keyport is `bin/keyport credentials:get`.");
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender("Keyport", (file, n) -> keyport(plan, file, n), true));
    contenders.add(new Contender("JGit", (file, n) -> jgit(plan, file, n), true));
    for (Peer peer : Peer.present(plan, report)) {
      contenders.add(new Contender(peer.name(), (file, n) -> peer.lookup(plan, file, n), true));
    }
    try (CurlServer server = CurlServer.start()) {
      if (Peer.isOnPath("curl")) {
        Command.Ended version =
            new Command(List.of("curl", "--version"), plan.work()).run(Duration.ofSeconds(20));
        report.paragraph(version.output().lines().findFirst().orElse("curl").split(" \\(", 2)[0]);
        contenders.add(
            new Contender("curl", (file, n) -> server.curl(file, n, plan.work()), false));
      } else {
        report.paragraph("Not on this machine: curl.");
      }
      List<Series> all = measure(plan, contenders);
      report.table("", plan.sizes(), all);
      report.plot("benchmarks-process.svg", "Process: milliseconds by entries, best", all);
    }
  }

  private static List<Series> measure(Plan plan, List<Contender> contenders)
      throws IOException, InterruptedException {
    List<Series> all = new ArrayList<>();
    for (Contender contender : contenders) {
      Series series = new Series(contender.name());
      for (int entries : plan.sizes()) {
        Path file = SampleNetrc.write(plan.work(), entries);
        Command command = contender.lookup().of(file, entries);
        String expected = contender.printsPassword() ? SampleNetrc.lastPassword(entries) : "ok";
        series.samples().put(entries, repeat(plan, command, expected));
      }
      all.add(series);
    }
    return all;
  }

  static Samples repeat(Plan plan, Command command, String expected)
      throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + plan.repeating().toNanos();
    do {
      Command.Ended ended = command.run(plan.limit());
      if (ended.stopped()) {
        return Samples.none(WarmSection.stopped(plan.limit()));
      }
      if (!ended.isFine() || !ended.output().equals(expected)) {
        return Samples.none("refused (status " + ended.exit() + ")");
      }
      times.add(ended.millis());
    } while (times.size() < plan.runs() && System.nanoTime() < end);
    return Samples.of(times);
  }

  private static Command keyport(Plan plan, Path file, int entries) throws IOException {
    Path home = Files.createDirectories(plan.work().resolve("home"));
    String host = SampleNetrc.lastHost(entries).toString();
    return new Command(
        List.of(
            plan.root().resolve("bin/keyport").toString(),
            "credentials:get",
            host,
            "--store",
            "netrc:" + file),
        home,
        Map.of("HOME", home.toString(), "XDG_STATE_HOME", "", "XDG_CONFIG_HOME", ""));
  }

  private static Command jgit(Plan plan, Path file, int entries) {
    String host = SampleNetrc.lastHost(entries).toString();
    return new Command(Java.words(List.of(), JGitLookup.class, file.toString(), host), plan.work());
  }
}
