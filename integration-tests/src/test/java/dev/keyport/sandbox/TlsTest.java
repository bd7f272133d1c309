package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withTls());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void allAddressesAreHttps() {
    assertThat(List.of(sandbox.api(), sandbox.auth(), sandbox.git()))
        .extracting(URI::getScheme)
        .containsOnly("https");
  }

  @Test
  void certificateIsOfTheFilesAuthorityAndHasEveryName() throws Exception {
    for (URI address : List.of(sandbox.api(), sandbox.git())) {
      X509Certificate shown = handshake(trusting(caFile()), address);
      assertThat(shown.getSubjectAlternativeNames())
          .extracting(name -> String.valueOf(name.get(1)))
          .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }
  }

  @Test
  void whoDoesNotTrustTheAuthorityIsNotConnected() {
    assertThatThrownBy(() -> handshake(SSLContext.getDefault(), sandbox.api()))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void curlAndGitWorkWithTheFile(@TempDir Path folder) {
    Tools.need("curl");
    Tools.need("git");
    String token = sandbox.accounts().main().defaultToken().orElseThrow();
    String ca = caFile().toString();
    for (String host : List.of("127.0.0.1", "localhost")) {
      String apps = "https://" + host + ":" + sandbox.api().getPort() + "/apps";
      Command.Result listed =
          Command.run(folder, "curl", "-sSf", "--cacert", ca, "-u", ":" + token, apps);
      assertThat(listed.output()).contains("keyport-demo");
    }
    String address = sandbox.git("keyport-demo").toString().replace("//", "//x:" + token + "@");
    Command.Result cloned =
        Command.run(folder, "git", "-c", "http.sslCAInfo=" + ca, "clone", "-q", address, "app");
    assertThat(cloned.exit()).as(cloned.output()).isZero();
    assertThat(folder.resolve("app/README.md")).exists();
  }

  @Test
  void fileGoesWithTheSandbox() {
    Path file = caFile();
    assertThat(file).exists();
    sandbox.close();
    assertThat(file).doesNotExist();
  }

  @Test
  void startThatFailsLeavesNoFile() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    long before = files(folder);
    SandboxOptions taken = SandboxOptions.defaults().withTls().withPort(sandbox.api().getPort());
    assertThatThrownBy(() -> Sandbox.start(taken)).isInstanceOf(IOException.class);
    assertThat(files(folder)).isEqualTo(before);
  }

  private static long files(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().startsWith("keyport-sandbox-ca-"))
          .count();
    }
  }

  private Path caFile() {
    return sandbox.caFile().orElseThrow();
  }

  private static X509Certificate handshake(SSLContext context, URI address) throws IOException {
    try (Socket socket =
        context.getSocketFactory().createSocket(address.getHost(), address.getPort())) {
      return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
    }
  }

  private static SSLContext trusting(Path pem) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(in);
      store.setCertificateEntry("ca", authority);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
