package dev.keyport.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a window, driven by chromedriver in the terms of W3C WebDriver. */
final class WebDriver implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("on port (\\d+)");
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final int PATIENCE_MILLIS = 20_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();
  private final Process driver;
  private final String service;
  private String session = "";

  private WebDriver(Process driver, int port) {
    this.driver = driver;
    this.service = "http://127.0.0.1:" + port;
  }

  /** Starts both; what they keep is in this folder. */
  static WebDriver start(Path folder) {
    Needed.command("chromium");
    Needed.command("chromedriver");
    try {
      ProcessBuilder builder = new ProcessBuilder("chromedriver", "--port=0");
      builder.environment().put("HOME", folder.toString());
      builder.environment().put("TMPDIR", folder.toString());
      Process process = builder.redirectErrorStream(true).start();
      WebDriver started = new WebDriver(process, port(process));
      started.open(folder.resolve("profile"));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(Process process) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher port = PORT.matcher(line);
      if (line.contains("successfully") && port.find()) {
        return Integer.parseInt(port.group(1));
      }
    }
    throw new AssertionError("chromedriver did not start");
  }

  /**
   * Its sandbox needs rights that a container has not, and its shared memory more than it gives.
   */
  private void open(Path profile) {
    List<String> arguments =
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--no-first-run",
            "--user-data-dir=" + profile);
    Map<String, Object> chromium = Map.of("args", arguments);
    JsonNode opened =
        call(
            "POST",
            "/session",
            Map.of(
                "capabilities",
                Map.of(
                    "alwaysMatch",
                    Map.of(
                        "goog:chromeOptions",
                        chromium,
                        "timeouts",
                        Map.of("implicit", PATIENCE_MILLIS)))));
    session = "/session/" + opened.path("sessionId").asString();
  }

  WebDriver go(URI page) {
    call("POST", session + "/url", Map.of("url", page.toString()));
    return this;
  }

  /** Types into the field once it is there. */
  WebDriver type(String css, String text) {
    call("POST", session + "/element/" + find(css) + "/value", Map.of("text", text));
    return this;
  }

  /** Clicks on it once it is there. */
  WebDriver click(String css) {
    call("POST", session + "/element/" + find(css) + "/click", Map.of());
    return this;
  }

  /** The text of the first element, once it is there. */
  String text(String css) {
    return call("GET", session + "/element/" + find(css) + "/text", Map.of()).asString();
  }

  private String find(String css) {
    return call("POST", session + "/element", Map.of("using", "css selector", "value", css))
        .path(ELEMENT)
        .asString();
  }

  private JsonNode call(String method, String path, Map<String, ?> body) {
    HttpRequest.BodyPublisher content =
        method.equals("POST")
            ? HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))
            : HttpRequest.BodyPublishers.noBody();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + path))
            .timeout(DEADLINE)
            .header("Content-Type", "application/json")
            .method(method, content)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode value = json.readTree(answer.body()).path("value");
      if (answer.statusCode() != 200) {
        throw new AssertionError(method + " " + path + ": " + value.path("message").asString());
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at " + path, e);
    }
  }

  @Override
  public void close() {
    try {
      if (!session.isEmpty()) {
        call("DELETE", session, Map.of());
      }
    } finally {
      Processes.kill(driver);
    }
  }
}
