package dev.keyport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From starting a program to its end, with a password found in one gnome-keyring. */
final class KeychainSection implements Section {
  private static final String HOST = "api.heroku.com";
  private static final String LOGIN = "ann@example.com";
  private static final String PASSWORD = "correct-horse";
  private static final String PYTHON = "/usr/bin/python3";

  @Override
  public String name() {
    return "keychain";
  }

  @Override
  public String title() {
    return "keychain, a whole process";
  }

  @Override
  public void run(Plan plan, Report report) throws IOException, InterruptedException {
    report.paragraph(
        "Milliseconds, best and (median), from the start of a process that finds a password in one"
            + " unlocked gnome-keyring, on a session bus of its own, to its end. Keyport is"
            + " `bin/keyport auth:token --store keychain`. `gh`, as Debian 12 has it, reads a"
            + " file.");
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
      List<List<String>> rows = new ArrayList<>();
      for (Map.Entry<String, Command> one : commands(plan, session, missing).entrySet()) {
        Samples samples = ProcessSection.repeat(plan, one.getValue(), PASSWORD);
        rows.add(List.of(one.getKey(), samples.cell()));
      }
      report.table(List.of("", "ms"), rows);
    }
    if (!missing.isEmpty()) {
      report.paragraph("Not on this machine: " + String.join(", ", missing) + ".");
    }
  }

  private static Map<String, Command> commands(
      Plan plan, KeyringSession session, List<String> missing)
      throws IOException, InterruptedException {
    Map<String, Command> commands = new LinkedHashMap<>();
    String keyport = plan.root().resolve("bin/keyport").toString();
    for (Map.Entry<String, Path> java : javas().entrySet()) {
      Map<String, String> environment = new HashMap<>(session.environment());
      environment.put("JAVA_HOME", java.getValue().toString());
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
      missing.add("python3-keyring");
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
            found.putIfAbsent("Java 25", home);
          }
        }
      }
    }
    return found;
  }
}
