package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private final MockWebServer server = new MockWebServer();
  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("Keyport test CA").build();
  private final HeldCertificate otherAuthority =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("Other CA").build();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void trustTheAuthoritiesOfTheFile() throws Exception {
    serve(leaf("localhost").build());
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));
    Path bundle =
        bundle("# two of them\n" + otherAuthority.certificatePem() + authority.certificatePem());

    try (HerokuApi api = api(Map.of("SSL_CERT_FILE", bundle.toString()))) {
      assertThat(api.account(Fixtures.token()).id()).isEqualTo(Fixtures.ID);
    }
    assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");
  }

  @Test
  void trustNobodyElse() throws Exception {
    serve(leaf("localhost").build());

    ApiException error =
        fail(Map.of("SSL_CERT_FILE", bundle(otherAuthority.certificatePem()).toString()));

    assertThat(error.message()).contains("authority that isn't trusted");
    assertThat(error.hint()).get().asString().contains("SSL_CERT_FILE");
  }

  @Test
  void trustTheJdksOwnWithoutAFile() throws Exception {
    serve(leaf("localhost").build());

    assertThat(fail(Map.of()).message()).contains("authority that isn't trusted");
  }

  @Test
  void pointAtTheClockWhenACertificateIsOver() throws Exception {
    serve(leaf("localhost").validityInterval(0, 86_400_000).build());

    ApiException error = fail(trusted());

    assertThat(error.message()).contains("over, or not valid yet");
    assertThat(error.hint()).get().asString().contains("clock");
  }

  @Test
  void takeNoCertificateOfAnotherName() throws Exception {
    serve(leaf("other.example.com").build());

    assertThat(fail(trusted()).message()).contains("for another name");
  }

  @Test
  void sayWhichFileIsMissing() throws IOException {
    server.start();

    assertThatThrownBy(() -> api(Map.of("SSL_CERT_FILE", folder.resolve("none.pem").toString())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("none.pem")
        .hasMessageContaining("can't be read");
  }

  @Test
  void takeNoFileWithoutCertificates() throws IOException {
    server.start();
    for (String text :
        new String[] {
          "", "nothing here\n", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
        }) {
      Path file = bundle(text);

      assertThatThrownBy(() -> api(Map.of("SSL_CERT_FILE", file.toString())))
          .as(text)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(file.toString());
    }
    assertThatThrownBy(() -> api(Map.of("SSL_CERT_FILE", folder.toString())))
        .isInstanceOf(UsageException.class);
  }

  private Map<String, String> trusted() throws IOException {
    return Map.of("SSL_CERT_FILE", bundle(authority.certificatePem()).toString());
  }

  private HeldCertificate.Builder leaf(String name) {
    return new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName(name);
  }

  private void serve(HeldCertificate leaf) throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(leaf, authority.certificate())
            .build()
            .sslSocketFactory());
    server.start();
  }

  private Path bundle(String pem) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), pem);
  }

  private HerokuApi api(Map<String, String> environment) {
    return new HerokuApi(
        Fixtures.settings(URI.create("https://localhost:" + server.getPort()), environment),
        notice -> {},
        new Fixtures.RecordedPauses());
  }

  private ApiException fail(Map<String, String> environment) {
    try (HerokuApi api = api(environment)) {
      return catchThrowableOfType(ApiException.Network.class, () -> api.account(Fixtures.token()));
    }
  }
}
