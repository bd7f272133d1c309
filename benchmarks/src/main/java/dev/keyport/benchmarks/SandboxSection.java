package dev.keyport.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox kept busy, beside a server that does nothing but answer. */
final class SandboxSection implements Section {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  static final List<String> PATHS = List.of("/account", "/apps", "/oauth/authorizations");

  private static final String ACCOUNT = "{\"email\":\"dev@example.com\"";

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public String title() {
    return "The sandbox under load";
  }

  @Override
  public void run(Plan plan, Report report) throws IOException, InterruptedException {
    report.paragraph(
        "Eight connections, each with its next request as soon as it has the answer to the one"
            + " before, for "
            + plan.load().toMillis() / 1000.0
            + " s after a warm-up; client and server share the machine. The sandbox's rate limit is"
            + " lifted, its request log full. Memory is what the server has afterwards. To compare"
            + " with: the server of the JDK, which the sandbox is built on, with one answer for"
            + " all.");
    List<List<String>> rows = new ArrayList<>();
    try (ServerProcess sandbox = start(plan)) {
      String token = unlimited(sandbox);
      for (String path : PATHS) {
        rows.add(row("Keyport's sandbox, " + path, plan, sandbox, path, token));
      }
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> fixed =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Dsun.net.httpserver.nodelay=true",
            "-cp",
            System.getProperty("java.class.path"),
            FixedAnswerServer.class.getName());
    try (ServerProcess server = ServerProcess.start(fixed)) {
      rows.add(row("JDK HttpServer, a fixed answer", plan, server, "/account", ""));
    }
    report.table(List.of("", "requests/s", "median ms", "99 % ms", "memory MB"), rows);
  }

  /** Lifts the rate limit, and has a token made. */
  static String unlimited(ServerProcess sandbox) throws IOException {
    String control = sandbox.address() + "/__sandbox/";
    Load.post(URI.create(control + "rate-limit"), ACCOUNT + ",\"unlimited\":true}");
    String issued = Load.post(URI.create(control + "tokens"), ACCOUNT + ",\"action\":\"issue\"}");
    Matcher token = TOKEN.matcher(issued);
    if (!token.find()) {
      throw new IOException("the sandbox issued no token");
    }
    return token.group(1);
  }

  static ServerProcess start(Plan plan) throws IOException {
    return ServerProcess.start(
        List.of(plan.root().resolve("bin/sandbox").toString(), "--until-eof"));
  }

  private static List<String> row(
      String name, Plan plan, ServerProcess server, String path, String token)
      throws IOException, InterruptedException {
    URI address = URI.create(server.address() + path);
    Duration warmUp = plan.quick() ? plan.load() : Duration.ofSeconds(5);
    Load.of(address, token, warmUp);
    Load load = Load.of(address, token, plan.load());
    Optional<Double> resident = server.resident();
    return List.of(
        name,
        String.format(Locale.ROOT, "%,.0f", load.perSecond()),
        Samples.number(load.median()),
        Samples.number(load.worst()),
        resident.map(Samples::number).orElse("?"));
  }
}
