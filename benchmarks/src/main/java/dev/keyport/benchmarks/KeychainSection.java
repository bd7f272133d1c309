package dev.keyport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** From starting a program to its end, with a password found in one gnome-keyring. */
final class KeychainSection implements Section {
  private static final String HOST = "api.heroku.com";
  private static final String LOGIN = "ann@example.com";
  private static final String PASSWORD = "correct-horse";
  private static final String PYTHON = "/usr/bin/python3";
  private static final String PYTHON_KEYRING = "python3-keyring";
  private static final String NEWER = "Java 25";
  private static final Pattern NUMBER = Pattern.compile("[0-9]+[.][0-9]+(E-?[0-9]+)?");

  @Override
  public String name() {
    return "keychain";
  }

  @Override
  public String title() {
    return "keychain";
  }

  @Override
  public void run(Plan plan, Report report) throws IOException, InterruptedException {
    List<String> missing =
        new ArrayList<>(
            KeyringSession.PROGRAMS.stream().filter(name -> !Peer.isOnPath(name)).toList());
    if (!missing.isEmpty()) {
      report.paragraph("Not measured; not on this machine: " + String.join(", ", missing) + ".");
      return;
    }
    try (KeyringSession session = KeyringSession.start(plan.work())) {
      session.keep(PASSWORD, "service", HOST, "account", LOGIN);
      session.keep(PASSWORD, "service", HOST, "username", LOGIN);
      Path netrc = plan.work().resolve("keychain.netrc");
      Files.writeString(
          netrc, "machine " + HOST + "\n  login " + LOGIN + "\n  password " + PASSWORD + "\n");
      Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-------"));
      processes(plan, report, session, missing);
      warm(plan, report, session, missing);
      calls(plan, report, session, missing);
    }
    if (!missing.isEmpty()) {
      report.paragraph("Not on this machine: " + String.join(", ", missing) + ".");
    }
  }

  private static void processes(
      Plan plan, Report report, KeyringSession session, List<String> missing)
      throws IOException, InterruptedException {
    report.paragraph(
        "Milliseconds, best and (median), from the start of a process that finds a password in one"
            + " unlocked gnome-keyring, on a session bus of its own, to its end. Keyport is"
            + " `bin/keyport auth:token --store keychain`. `gh`, as Debian 12 has it, reads a"
            + " file.");
    List<List<String>> rows = new ArrayList<>();
    inTurns(plan, commands(plan, session, missing))
        .forEach((name, samples) -> rows.add(List.of(name, samples.cell())));
    report.table(List.of("", "ms"), rows);
    report.paragraph(
        "Where Keyport's time goes: `version` is the launcher, the JVM and the command's own"
            + " classes; `auth:token --store netrc:FILE` is that and a store, here a file of one"
            + " entry. The rest of the first table's is the keychain: D-Bus, the key that the"
            + " password crosses it under, and the keyring's answers.");
    List<List<String>> parts = new ArrayList<>();
    for (Map.Entry<String, Path> java : javas().entrySet()) {
      Map<String, String> environment = session.environment(java.getValue());
      String keyport = keyport(plan);
      String file = "netrc:" + plan.work().resolve("keychain.netrc");
      Command own = new Command(List.of(keyport, "version"), plan.work(), environment);
      Samples version = ProcessSection.repeat(plan, own, own.run(plan.limit()).output());
      Samples token =
          ProcessSection.repeat(
              plan,
              new Command(
                  List.of(keyport, "auth:token", "--store", file), plan.work(), environment),
              PASSWORD);
      parts.add(List.of(java.getKey(), version.cell(), token.cell()));
    }
    report.table(List.of("", "`version`", "`auth:token`, netrc"), parts);
    if (!javas().containsKey(NEWER)) {
      missing.add("a JDK 25 beside the one that runs this");
    }
  }

  /** One run of each, then the next of each: what else the machine does meets them all alike. */
  private static Map<String, Samples> inTurns(Plan plan, Map<String, Command> commands)
      throws IOException, InterruptedException {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    Map<String, Samples> results = new LinkedHashMap<>();
    for (int run = 0; run < 2 * plan.runs(); run++) {
      for (Map.Entry<String, Command> one : commands.entrySet()) {
        Command.Ended ended = one.getValue().run(plan.limit());
        if (ended.isFine() && ended.output().equals(PASSWORD)) {
          times.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(ended.millis());
          results.put(one.getKey(), Samples.of(times.getOrDefault(one.getKey(), List.of())));
        } else {
          results.putIfAbsent(one.getKey(), Samples.none("refused (status " + ended.exit() + ")"));
        }
      }
    }
    return results;
  }

  private static void warm(Plan plan, Report report, KeyringSession session, List<String> missing)
      throws IOException, InterruptedException {
    String seconds = plan.quick() ? "0.2" : "4";
    List<String> words = Java.words(List.of(), KeychainLoop.class, HOST, LOGIN, seconds);
    Command python =
        new Command(
            List.of(
                PYTHON, plan.peers().resolve("keyring_loop.py").toString(), HOST, LOGIN, seconds),
            plan.work(),
            session.environment());
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "Keyport, one open store",
            times(new Command(words, plan.work(), session.environment()).run(plan.limit()))));
    Command.Ended ended = python.run(plan.limit());
    if (ended.isFine()) {
      rows.add(List.of("Python keyring", times(ended)));
    } else if (!missing.contains(PYTHON_KEYRING)) {
      missing.add(PYTHON_KEYRING);
    }
    report.paragraph(
        "Milliseconds of one look-up in a process that has done many, best and (median). Keyport"
            + " keeps its connection and session as long as the store is open, and asks the keyring"
            + " each time; Python's keyring connects anew.");
    report.table(List.of("", "ms"), rows);
  }

  private static String times(Command.Ended ended) {
    List<Double> times =
        ended.output().lines().filter(NUMBER.asMatchPredicate()).map(Double::valueOf).toList();
    return ended.isFine() && !times.isEmpty() ? Samples.of(times).cell() : "failed";
  }

  private static void calls(Plan plan, Report report, KeyringSession session, List<String> missing)
      throws IOException, InterruptedException {
    if (!Peer.isOnPath(BusCalls.PROGRAM)) {
      missing.add(BusCalls.PROGRAM);
      return;
    }
    Command keyport =
        new Command(
            List.of(keyport(plan), "auth:token", "--store", "keychain"),
            plan.work(),
            session.environment());
    List<String> calls =
        BusCalls.during(session.environment(), "GetSecret", () -> keyport.run(plan.limit()));
    report.paragraph(
        "Calls on the bus for one `auth:token --store keychain`, as dbus-monitor counts them: "
            + calls.size()
            + " ("
            + String.join(", ", calls)
            + ").");
  }

  private static String keyport(Plan plan) {
    return plan.root().resolve("bin/keyport").toString();
  }

  private static Map<String, Command> commands(
      Plan plan, KeyringSession session, List<String> missing)
      throws IOException, InterruptedException {
    Map<String, Command> commands = new LinkedHashMap<>();
    String keyport = keyport(plan);
    for (Map.Entry<String, Path> java : javas().entrySet()) {
      Map<String, String> environment = session.environment(java.getValue());
      // Makes the archive of this JDK, which is no part of what is measured.
      new Command(List.of(keyport, "version"), plan.work(), environment).run(plan.limit());
      commands.put(
          "Keyport, " + java.getKey(),
          new Command(
              List.of(keyport, "auth:token", "--store", "keychain"), plan.work(), environment));
    }
    Map<String, String> environment = new HashMap<>(session.environment());
    commands.put(
        "secret-tool lookup",
        new Command(
            List.of("secret-tool", "lookup", "service", HOST, "account", LOGIN),
            plan.work(),
            environment));
    Command python =
        new Command(List.of(PYTHON, "-m", "keyring", "get", HOST, LOGIN), plan.work(), environment);
    if (python.run(plan.limit()).isFine()) {
      commands.put("python3 -m keyring get", python);
    } else {
      missing.add(PYTHON_KEYRING);
    }
    if (Peer.isOnPath("gh")) {
      Path folder = Files.createDirectories(plan.work().resolve("gh"));
      Files.writeString(
          folder.resolve("hosts.yml"),
          "github.com:\n    user: ann\n    oauth_token: " + PASSWORD + "\n");
      environment.put("GH_CONFIG_DIR", folder.toString());
      environment.put("GH_TOKEN", "");
      environment.put("GITHUB_TOKEN", "");
      commands.put(
          "gh auth token", new Command(List.of("gh", "auth", "token"), plan.work(), environment));
    } else {
      missing.add("gh");
    }
    return commands;
  }

  /** The JDK that runs this, and a later one beside it where there is one. */
  private static Map<String, Path> javas() throws IOException {
    Map<String, Path> found = new LinkedHashMap<>();
    Path own = Path.of(System.getProperty("java.home", ""));
    found.put("Java " + Runtime.version().feature(), own);
    Path parent = own.getParent();
    if (parent != null) {
      try (var beside = Files.newDirectoryStream(parent, "*25*")) {
        for (Path home : beside) {
          if (Files.isExecutable(home.resolve("bin/java"))) {
            found.putIfAbsent(NEWER, home);
          }
        }
      }
    }
    return found;
  }
}
