package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyport.sandbox.Command.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
  @TempDir Path home;
  private Sandbox sandbox;
  private String token;

  @BeforeEach
  void start() throws IOException {
    Tools.need("git");
    sandbox = Sandbox.start(SandboxOptions.defaults());
    token = sandbox.accounts().main().defaultToken().orElseThrow();
  }

  @AfterEach
  void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void cloneHasOneCommit() throws IOException {
    storeToken(token);
    assertThat(clone("keyport-demo").exit()).isZero();
    assertThat(git("log", "--format=%s").output().strip()).isEqualTo("Start the app");
    assertThat(home.resolve("work/Procfile")).exists();
  }

  @Test
  void pushArrives() throws IOException {
    storeToken(token);
    clone("keyport-demo");
    commit("small", "two");

    assertThat(git("push", "origin", "HEAD:main").exit()).isZero();

    String head = git("rev-parse", "HEAD").output();
    assertThat(git("ls-remote", "origin", "main").output()).startsWith(head.strip());
  }

  @Test
  void packLargerThanGitsBufferIsChunkedAndArrives() throws IOException {
    storeToken(token);
    clone("keyport-worker");
    byte[] noise = new byte[3_000_000];
    new Random(1).nextBytes(noise);
    Files.write(home.resolve("work/noise"), noise);
    commit("large", "noise");

    assertThat(git("push", "origin", "HEAD:main").exit()).isZero();

    assertThat(sandbox.requests())
        .anySatisfy(
            request -> {
              assertThat(request.path()).endsWith("/git-receive-pack");
              assertThat(request.headers()).containsKey("transfer-encoding");
              assertThat(request.status()).isEqualTo(200);
            });
  }

  @Test
  void closingDeletesTheRepositories() throws IOException {
    GitRepositories repositories = new GitRepositories();
    Path root = repositories.prepare("one").orElseThrow().root();
    assertThat(repositories.prepare("two").orElseThrow().root()).isEqualTo(root);
    assertThat(root.resolve("two.git/HEAD")).exists();

    repositories.close();

    assertThat(root).doesNotExist();
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> repositories.prepare("one"));
  }

  @Test
  void requestBodyMayBeGzipped() throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
      gzip.write("0014command=ls-refs\n0000".getBytes(StandardCharsets.US_ASCII));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.git("keyport-demo") + "/git-upload-pack"))
            .header("Authorization", "Basic " + base64("x:" + token))
            .header("Content-Type", "application/x-git-upload-pack-request")
            .header("Content-Encoding", "gzip")
            .header("Git-Protocol", "version=2")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("refs/heads/main");
  }

  @Test
  void withoutALiveTokenThereIsAChallenge() throws IOException, InterruptedException {
    for (String header : new String[] {"", "Basic " + base64("x:wrong"), "Bearer " + token}) {
      HttpResponse<String> response = refs("keyport-demo", "?service=git-upload-pack", header);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
          .startsWith("Basic realm=");
    }
  }

  @Test
  void gitErasesACredentialThatIsRefused() throws IOException {
    Path stored = home.resolve(".git-credentials");
    Files.writeString(stored, sandbox.git().toString().replace("//", "//dev:wrong@") + "\n");
    Files.writeString(home.resolve(".gitconfig"), "[credential]\n\thelper = store\n");

    assertThat(clone("keyport-demo").output()).contains("Authentication failed");
    assertThat(stored).isEmptyFile();
  }

  @Test
  void tokenIsRefusedOnceItIsDead() throws IOException {
    storeToken(token);
    assertThat(clone("keyport-demo").exit()).isZero();
    sandbox.revoke(token);
    assertThat(git("fetch").exit()).isNotZero();
    assertThat(sandbox.requests()).last().extracting(LoggedRequest::status).isEqualTo(401);
  }

  @Test
  void foreignUnknownAndDumbAreRefused() throws IOException, InterruptedException {
    String header = "Basic " + base64("ignored:" + token);
    String smart = "?service=git-upload-pack";
    assertThat(refs("somebody-elses", smart, header).statusCode()).isEqualTo(403);
    assertThat(refs("nowhere", smart, header).statusCode()).isEqualTo(404);
    assertThat(refs("keyport-demo", "", header).statusCode()).isEqualTo(403);
    assertThat(refs("template", smart, header).statusCode()).isEqualTo(404);
    assertThat(refs("keyport-demo", smart, header).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> refs(String app, String query, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.git(app) + "/info/refs" + query));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Git asks curl, and curl asks the netrc, once the server has challenged. */
  private void storeToken(String secret) throws IOException {
    Files.writeString(
        home.resolve(".netrc"), "machine localhost login dev password " + secret + "\n");
  }

  private Result clone(String app) {
    return Command.run(home, "git", "clone", sandbox.git(app).toString(), "work");
  }

  private void commit(String message, String file) throws IOException {
    Path path = home.resolve("work").resolve(file);
    if (!Files.exists(path)) {
      Files.writeString(path, message);
    }
    git("add", "-A");
    Result result =
        git("-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-m", message);
    assertThat(result.exit()).isZero();
  }

  private Result git(String... arguments) {
    String[] command = new String[arguments.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = "work";
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    return Command.run(home, command);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
