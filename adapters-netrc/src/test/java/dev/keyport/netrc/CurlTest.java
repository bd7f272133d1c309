package dev.keyport.netrc;

import static dev.keyport.netrc.StoreFixture.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real {@code curl -n} sends what was saved. */
class CurlTest {
  private static final long DEADLINE_SECONDS = 30;

  @TempDir Path home;
  private final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();
  private HttpServer server = serve();

  private HttpServer serve() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.createContext(
          "/",
          exchange -> {
            String sent = exchange.getRequestHeaders().getFirst("Authorization");
            authorizations.add(sent == null ? "nothing" : sent);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      return made;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() throws Exception {
    boolean present = hasCurl();
    boolean mustBe = "true".equals(System.getenv("CI"));
    assertThat(present || !mustBe).as("curl is installed where CI=true").isTrue();
    assumeTrue(present, "curl is not installed");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static boolean hasCurl() throws InterruptedException {
    try {
      return new ProcessBuilder("curl", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String sentByCurl() throws Exception {
    ProcessBuilder curl =
        new ProcessBuilder(
            "curl", "-q", "-s", "-n", "--noproxy", "*", "http://127.0.0.1:" + port() + "/apps");
    curl.environment().putAll(Map.of("HOME", home.toString()));
    curl.environment().remove("NETRC");
    Process process = curl.redirectErrorStream(true).start();
    assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    String sent = authorizations.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    assertThat(sent).isNotNull();
    return sent.startsWith("Basic ")
        ? new String(
            Base64.getDecoder().decode(sent.substring("Basic ".length())), StandardCharsets.UTF_8)
        : sent;
  }

  private int port() {
    return server.getAddress().getPort();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HRKU-01234567-89ab-cdef-0123-456789abcdef",
        "machine",
        "two words",
        " leading and trailing ",
        "#hash",
        "in#ner",
        "\"quoted\"",
        "in\"ner",
        "a \"b\" \\c",
        "back\\slash",
        "ends\\",
        "apostrophe's",
        "comma,semi;colon:slash/",
        "p\u00e4ss\u20ac\ud83d\ude00",
        "nb\u00a0sp",
        "$HOME `id` %PATH%"
      })
  void itSendsTheSecretAsSaved(String secret) throws Exception {
    StoreFixture fixture = new StoreFixture(home);
    fixture.write("# mine\nmachine o.example login x password y\ndefault login g password q\n");

    fixture.open().save(List.of(credential("127.0.0.1", "ann@example.com", secret)));

    assertThat(sentByCurl()).isEqualTo("ann@example.com:" + secret);
  }

  @Test
  void itSendsTheLongestSecret() throws Exception {
    String longest = "x".repeat(ValueForm.MAX_BYTES);

    new StoreFixture(home).open().save(List.of(credential("127.0.0.1", "ann", longest)));

    assertThat(sentByCurl()).isEqualTo("ann:" + longest);
  }

  @Test
  void itSendsTheNewestOfAHostWithSeveralLogins() throws Exception {
    StoreFixture fixture = new StoreFixture(home);
    fixture.write(
        "machine 127.0.0.1 login bob password b\nmachine 127.0.0.1 login cyd password c\n");

    fixture.open().save(List.of(credential("127.0.0.1", "ann", "n3w")));

    assertThat(sentByCurl()).isEqualTo("ann:n3w");
  }

  @Test
  void itSendsNothingOnceTheEntryIsRemoved() throws Exception {
    StoreFixture fixture = new StoreFixture(home);
    var ann = credential("127.0.0.1", "ann", "s3cret");
    fixture.open().save(List.of(ann));
    fixture.open().remove(List.of(ann.id()));

    assertThat(sentByCurl()).isEqualTo("nothing");
  }
}
