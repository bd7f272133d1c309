package dev.keyport.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many requests a verb makes of the API, as the sandbox counts them. */
final class RequestsSection implements Section {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern REQUEST = Pattern.compile("\"method\":");
  private static final String EMAIL = "dev@example.com";
  private static final String HEROKU = "heroku";

  /** As both commands know them, and in this order: the last ends the login. */
  private static final List<String> VERBS = List.of("whoami", "auth:token", "apps", "logout");

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public String title() {
    return "Requests of the API";
  }

  @Override
  public void run(Plan plan, Report report) throws IOException, InterruptedException {
    report.paragraph(
        "What a verb asks of the API, with a token in a netrc that another program made; the"
            + " sandbox counts it.");
    List<String> heads = new ArrayList<>(List.of(""));
    heads.addAll(VERBS);
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("Keyport", plan, plan.root().resolve("bin/keyport").toString()));
    if (Peer.isOnPath(HEROKU)) {
      String version =
          new Command(List.of(HEROKU, "version"), plan.work()).run(plan.limit()).output();
      rows.add(
          row(
              version.lines().filter(line -> line.startsWith("heroku/")).findFirst().orElse(HEROKU),
              plan,
              HEROKU));
    }
    report.table(heads, rows);
    if (rows.size() == 1) {
      report.paragraph("Not on this machine: " + HEROKU + ", the Heroku CLI.");
    }
  }

  private static List<String> row(String name, Plan plan, String program)
      throws IOException, InterruptedException {
    List<String> row = new ArrayList<>(List.of(name));
    try (ServerProcess sandbox =
        ServerProcess.start(
            List.of(plan.root().resolve("bin/sandbox").toString(), "--until-eof"))) {
      URI control = URI.create(sandbox.address() + "/__sandbox/");
      Map<String, String> environment = loggedIn(plan, sandbox.address(), control);
      for (String verb : VERBS) {
        URI requests = control.resolve("requests");
        int before = count(Load.get(requests));
        Command.Ended ended =
            new Command(List.of(program, verb), plan.work(), environment).run(plan.limit());
        int made = count(Load.get(requests)) - before;
        row.add(ended.isFine() ? String.valueOf(made) : "failed");
      }
    }
    return row;
  }

  private static int count(String log) {
    return (int) REQUEST.matcher(log).results().count();
  }

  /** A home with a token of the sandbox's in its netrc, and the environment that leads there. */
  private static Map<String, String> loggedIn(Plan plan, URI api, URI control) throws IOException {
    String issued =
        Load.post(control.resolve("tokens"), "{\"email\":\"" + EMAIL + "\",\"action\":\"issue\"}");
    Matcher token = TOKEN.matcher(issued);
    if (!token.find()) {
      throw new IOException("the sandbox issued no token");
    }
    Path home = Files.createTempDirectory(plan.work(), "requests");
    Path netrc = home.resolve(".netrc");
    StringBuilder entries = new StringBuilder();
    for (String host : List.of(api.getHost(), api.getAuthority())) {
      entries.append("machine ").append(host).append("\n  login ").append(EMAIL);
      entries.append("\n  password ").append(token.group(1)).append('\n');
    }
    Files.writeString(netrc, entries);
    Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-------"));
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", home.toString());
    for (String unset : List.of("HEROKU_API_KEY", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "NETRC")) {
      environment.put(unset, "");
    }
    // The Heroku CLI's own variables: this API, the netrc, and no calls but those of the verb.
    environment.put("HEROKU_HOST", api.toString());
    environment.put("HEROKU_PARTICLEBOARD_URL", api.toString());
    environment.put("HEROKU_NETRC_WRITE", "true");
    environment.put("HEROKU_DISABLE_AUTOUPDATE", "1");
    environment.put("HEROKU_SKIP_NEW_VERSION_CHECK", "true");
    environment.put("DISABLE_TELEMETRY", "true");
    environment.put("NO_COLOR", "1");
    return environment;
  }
}
