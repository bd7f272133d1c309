package dev.keyport.it;

import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitAllStrategy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox in a container of its image, at free ports of the engine's machine. Nothing is
 * granted to it that it does not need: it can't write a file and has no capability.
 */
final class SandboxContainer extends GenericContainer<SandboxContainer> {
  /** By when it must answer. */
  static final Duration START_LIMIT = Duration.ofSeconds(5);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int API_PORT = 8080;
  private static final int GIT_PORT = 8081;
  private static final String LOOPBACK = "127.0.0.1";

  SandboxContainer() {
    super(SandboxImage.NAME);
    addExposedPorts(API_PORT, GIT_PORT);
    setWaitStrategy(
        new WaitAllStrategy()
            .withStrategy(Wait.forLogMessage("\\{\"api\":.*", 1))
            .withStrategy(Wait.forHttp("/__sandbox/health").forPort(API_PORT))
            .withStartupTimeout(START_LIMIT));
    withStartupAttempts(3); // a busy machine is no fault of the image
    withCreateContainerCmdModifier(
        command ->
            Objects.requireNonNull(command.getHostConfig(), "set by Testcontainers")
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges")));
  }

  /** Where the API is from here. What the ready line tells are the ports inside. */
  URI api() {
    String host = getHost().equals("localhost") ? LOOPBACK : getHost();
    return URI.create("http://" + host + ":" + getMappedPort(API_PORT));
  }

  /** Where the git host is from here. */
  URI git() {
    String host = getHost().equals(LOOPBACK) ? "localhost" : getHost();
    return URI.create("http://" + host + ":" + getMappedPort(GIT_PORT));
  }

  /** The line that it printed when it was ready. */
  JsonNode ready() {
    return JSON.readTree(getLogs(OutputType.STDOUT).lines().findFirst().orElseThrow());
  }

  /** The tokens of the account that work now. */
  Stream<String> liveTokens(String email) {
    return get("/__sandbox/tokens?email=" + email)
        .valueStream()
        .map(t -> t.path("token").asString());
  }

  /** A code of the account's second factor that works now. */
  String code(String email) {
    return get("/__sandbox/code?email=" + email).path("code").asString();
  }

  /** Makes every token of the account invalid, as its owner would in a browser. */
  void revokeAll(String email) {
    post("/__sandbox/tokens", "{\"action\":\"revoke\",\"email\":\"" + email + "\"}");
  }

  /** The requests so far, as method and path. */
  List<String> requests() {
    return get("/__sandbox/requests")
        .valueStream()
        .map(request -> request.path("method").asString() + " " + request.path("path").asString())
        .toList();
  }

  /** How the engine finds the container's health: {@code starting}, {@code healthy}… */
  String health() {
    return Optional.ofNullable(getCurrentContainerInfo().getState().getHealth())
        .map(health -> health.getStatus())
        .orElse("");
  }

  private JsonNode get(String path) {
    return send(path, request(path).build());
  }

  private void post(String path, String body) {
    send(
        path,
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api() + path)).timeout(Duration.ofSeconds(30));
  }

  private static JsonNode send(String path, HttpRequest request) {
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != HttpURLConnection.HTTP_OK) {
        throw new AssertionError(path + " answers with status " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + path + " was asked", e);
    }
  }
}
