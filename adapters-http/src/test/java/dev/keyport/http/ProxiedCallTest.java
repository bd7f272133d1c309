package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.auth.ApiException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxiedCallTest {
  private static final String API = "api.keyport.invalid";

  private final MockWebServer proxy = new MockWebServer();
  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).build();

  @TempDir private Path folder;

  ProxiedCallTest() throws IOException {
    HeldCertificate leaf =
        new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName(API).build();
    proxy.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslSocketFactory());
    proxy.start();
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  void tunnelThroughTheProxy() throws Exception {
    proxy.enqueue(new MockResponse.Builder().inTunnel().build());
    proxy.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));

    try (HerokuApi api = api("")) {
      assertThat(api.account(Fixtures.token()).id()).isEqualTo(Fixtures.ID);
    }

    RecordedRequest connect = proxy.takeRequest();
    assertThat(connect.getRequestLine()).isEqualTo("CONNECT " + API + ":443 HTTP/1.1");
    assertThat(connect.getHeaders().get("Authorization")).isNull();
    assertThat(connect.getHeaders().get("Proxy-Authorization")).isNull();
    assertThat(proxy.takeRequest().getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + Fixtures.TOKEN);
  }

  @Test
  void proveItselfToTheProxyOnly() throws Exception {
    proxy.enqueue(new MockResponse.Builder().inTunnel().build());
    proxy.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));

    try (HerokuApi api = api("us%40er:p%3Aw@")) {
      assertThat(api.account(Fixtures.token()).id()).isEqualTo(Fixtures.ID);
    }

    RecordedRequest connect = proxy.takeRequest();
    assertThat(connect.getHeaders().get("Proxy-Authorization"))
        .isEqualTo(Credentials.basic("us@er", "p:w"));
    assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization")).isNull();
  }

  @Test
  void sayThatTheProxyWantsAPassword() throws Exception {
    for (int i = 0; i < 5; i++) {
      proxy.enqueue(refusal(407));
    }

    ApiException error = fail("");

    assertThat(error.message())
        .isEqualTo(
            "the proxy localhost:"
                + proxy.getPort()
                + " did not let the connection to "
                + API
                + ":443 through");
    assertThat(error.hint()).get().asString().contains("password");
  }

  @Test
  void sayThatTheProxyRefusesThePassword() throws Exception {
    for (int i = 0; i < 5; i++) {
      proxy.enqueue(refusal(407));
    }

    assertThat(fail("user:wrong@").message()).contains("did not let the connection");
    assertThat(proxy.getRequestCount()).isLessThan(3);
  }

  @Test
  void sayThatTheProxyForbidsIt() throws Exception {
    proxy.enqueue(refusal(403));

    assertThat(fail("").message()).contains("did not let the connection");
  }

  @Test
  void sayThatTheProxyIsNotThere() throws Exception {
    int port = proxy.getPort();
    proxy.close();

    ApiException error = fail("");

    assertThat(error.message())
        .isEqualTo("the proxy localhost:" + port + " refused the connection");
    assertThat(error.hint()).get().asString().contains("HTTPS_PROXY");
  }

  @Test
  void goThroughSocksAndLeaveTheNameToIt() throws Exception {
    proxy.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));
    try (SocksServer socks = new SocksServer(proxy.getPort());
        HerokuApi api = api(Map.of("ALL_PROXY", "socks5h://localhost:" + socks.port()))) {
      assertThat(api.account(Fixtures.token()).id()).isEqualTo(Fixtures.ID);
      assertThat(socks.asked).containsExactly("name " + API + ":443");
    }
  }

  private static MockResponse refusal(int status) {
    return new MockResponse.Builder()
        .inTunnel()
        .code(status)
        .setHeader("Proxy-Authenticate", "Basic realm=\"office\"")
        .build();
  }

  private ApiException fail(String userInfo) throws IOException {
    try (HerokuApi api = api(userInfo)) {
      return catchThrowableOfType(ApiException.Network.class, () -> api.account(Fixtures.token()));
    }
  }

  private HerokuApi api(String userInfo) throws IOException {
    return api(Map.of("HTTPS_PROXY", "http://" + userInfo + "localhost:" + proxy.getPort()));
  }

  private HerokuApi api(Map<String, String> variables) throws IOException {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put(
        "SSL_CERT_FILE",
        Files.writeString(folder.resolve("ca.pem"), authority.certificatePem()).toString());
    return new HerokuApi(
        Fixtures.settings(URI.create("https://" + API), environment),
        notice -> {},
        new Fixtures.RecordedPauses());
  }
}
