package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class SandboxMainTest {
  @Test
  void readyLineIsAllThereIsAndTheEndOfInputEndsIt() throws IOException, InterruptedException {
    Process process = start("--until-eof");
    try (BufferedReader out = reader(process)) {
      JsonNode ready = Json.read(out.readLine().getBytes(StandardCharsets.UTF_8));
      assertThat(ready.propertyNames())
          .containsExactlyInAnyOrder(
              "api",
              "auth",
              "ca_file",
              "email",
              "git",
              "mfa_email",
              "otp_email",
              "otp_password",
              "password",
              "ssh",
              "totp_secret");
      assertThat(ready.path("ca_file").isNull()).isTrue();
      assertThat(ready.path("ssh").isNull()).isTrue();
      assertThat(ready.path("api").asString()).startsWith("http://127.0.0.1:");
      assertThat(ready.path("git").asString()).startsWith("http://localhost:");
      assertThat(status(ready.path("api").asString() + "/account")).isEqualTo(401);

      process.getOutputStream().close();

      assertThat(out.readLine()).isNull();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whatIsAskedForIsAnnounced() throws IOException {
    Process process = start("--until-eof", "--tls", "--auto-approve", "--ssh-port", "0");
    try (BufferedReader out = reader(process)) {
      JsonNode ready = Json.read(out.readLine().getBytes(StandardCharsets.UTF_8));
      assertThat(ready.path("api").asString()).startsWith("https://127.0.0.1:");
      assertThat(ready.path("auth").asString()).startsWith("https://127.0.0.1:");
      assertThat(ready.path("git").asString()).startsWith("https://localhost:");
      Path caFile = Path.of(ready.path("ca_file").asString());
      assertThat(ready.path("ssh").asString()).startsWith("ssh://git@localhost:");
      assertThat(caFile).content().startsWith("-----BEGIN CERTIFICATE-----");

      process.getOutputStream().close();

      assertThat(out.readLine()).isNull();
      assertThat(caFile).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void signalEndsIt() throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader out = reader(process)) {
      assertThat(out.readLine()).startsWith("{");
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void takenPortIsSaidInOneLine() throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      String port = String.valueOf(sandbox.api().getPort());
      Process process = start("--port", port);
      List<String> errors = process.errorReader().lines().toList();
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(errors).singleElement().asString().startsWith("sandbox: port " + port + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--ssh-port", "--colour", "--port", "--announced-port", "x"})
  void argumentThatIsNotServedIsAUsageError(String argument)
      throws IOException, InterruptedException {
    Process process = start("--until-eof", argument);
    process.getOutputStream().close(); // one that is served would end it
    List<String> errors = process.errorReader().lines().toList();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(errors).singleElement().asString().contains(argument).contains("--help");
  }

  @Test
  void helpIsPrinted() throws IOException, InterruptedException {
    Process process = start("--help");
    assertThat(reader(process).lines()).anyMatch(line -> line.contains("--until-eof"));
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void withoutGitTheGitHostSaysSo() throws IOException, InterruptedException {
    ProcessBuilder builder = builder("--until-eof");
    builder.environment().put("PATH", "/nonexistent");
    Process process = builder.start();
    try (BufferedReader out = reader(process)) {
      JsonNode ready = Json.read(out.readLine().getBytes(StandardCharsets.UTF_8));
      HttpRequest issue =
          HttpRequest.newBuilder(URI.create(ready.path("api").asString() + "/__sandbox/tokens"))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"action\":\"issue\",\"email\":\"dev@example.com\"}"))
              .build();
      HttpClient http = HttpClient.newHttpClient();
      HttpResponse<byte[]> issued = http.send(issue, HttpResponse.BodyHandlers.ofByteArray());
      String basic = "x:" + Json.read(issued.body()).at("/0/token").asString();
      URI refs =
          URI.create(
              ready.path("git").asString() + "/keyport-demo.git/info/refs?service=git-upload-pack");
      HttpRequest clone =
          HttpRequest.newBuilder(refs)
              .header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
              .build();
      HttpResponse<String> refused = http.send(clone, HttpResponse.BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(501);
      assertThat(refused.body()).contains("git");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  private static ProcessBuilder builder(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
    command.add(SandboxMain.class.getName());
    Stream.of(arguments).forEach(command::add);
    return new ProcessBuilder(command);
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static int status(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
