package dev.keyport.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A certificate authority of the sandbox's own and the certificate that it gave the sandbox, both
 * made anew at each start. The private keys are in memory alone; what a client is to trust is in a
 * temporary file.
 */
final class Tls implements Parts.Part {
  private final SSLContext context;
  private final Path caFile;

  private Tls(SSLContext context, Path caFile) {
    this.context = context;
    this.caFile = caFile;
  }

  /**
   * Makes both.
   *
   * @throws IOException when the temporary file can't be written
   */
  static Tls create() throws IOException {
    HeldCertificate authority =
        new HeldCertificate.Builder().commonName("Keyport sandbox").certificateAuthority(0).build();
    HeldCertificate server =
        new HeldCertificate.Builder()
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .addSubjectAlternativeName("::1")
            .signedBy(authority)
            .build();
    SSLContext context =
        new HandshakeCertificates.Builder().heldCertificate(server).build().sslContext();
    Path file = Files.createTempFile("keyport-sandbox-ca-", ".pem");
    Files.writeString(file, authority.certificatePem());
    return new Tls(context, file);
  }

  SSLContext context() {
    return context;
  }

  /** The certificate of the authority, in PEM. */
  Path caFile() {
    return caFile;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(caFile);
    } catch (IOException failed) {
      throw new UncheckedIOException("the temporary file " + caFile + " can't be deleted", failed);
    }
  }
}
