package dev.keyport.http;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * The certificate authorities of {@code SSL_CERT_FILE}, as OpenSSL has it: a PEM bundle that is
 * trusted in place of the JDK's own.
 */
final class TrustSettings {
  private static final String VARIABLE = "SSL_CERT_FILE";

  private final SSLSocketFactory sockets;
  private final X509TrustManager trust;

  private TrustSettings(SSLSocketFactory sockets, X509TrustManager trust) {
    this.sockets = sockets;
    this.trust = trust;
  }

  /**
   * The variable's, or empty where it isn't set.
   *
   * @throws UsageException when the file can't be read or has no certificate in it
   */
  static Optional<TrustSettings> of(Machine machine) {
    return machine.variable(VARIABLE).map(TrustSettings::read);
  }

  void apply(OkHttpClient.Builder client) {
    client.sslSocketFactory(sockets, trust);
  }

  private static TrustSettings read(String file) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates(file)) {
        store.setCertificateEntry("ca-" + number, certificate);
        number++;
      }
      X509TrustManager trust = trustManager(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return new TrustSettings(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java run-time has no usable TLS", e);
    }
  }

  private static Collection<? extends Certificate> certificates(String file)
      throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      Collection<? extends Certificate> found = factory.generateCertificates(in);
      if (found.isEmpty()) {
        throw refused(file, "there is no certificate in it");
      }
      return found;
    } catch (InvalidPathException | IOException e) {
      throw refused(file, "it can't be read");
    } catch (CertificateException e) {
      throw refused(file, "it is not a PEM file of certificates");
    }
  }

  private static X509TrustManager trustManager(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new IllegalStateException("this Java run-time has no X.509 trust manager");
  }

  private static UsageException refused(String file, String why) {
    return new UsageException(
        VARIABLE + " names " + SentSecrets.none().clean(file) + ": " + why,
        "give a PEM file of the authorities to trust, or unset the variable");
  }
}
