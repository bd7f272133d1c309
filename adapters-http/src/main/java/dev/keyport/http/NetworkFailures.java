package dev.keyport.http;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * What an I/O failure means, said with the place and a way out. OkHttp's and Okio's texts may quote
 * what the server sent, so only causes of the JDK's own kinds are kept.
 */
final class NetworkFailures {
  private final String target;
  private final Optional<String> proxy;
  private final Duration timeout;

  /**
   * @param target the API's host and port
   * @param proxy the proxy's host and port where one is used
   * @param timeout what a whole call may take
   */
  NetworkFailures(String target, Optional<String> proxy, Duration timeout) {
    this.target = target;
    this.proxy = proxy;
    this.timeout = timeout;
  }

  ApiException.Network timeout(@Nullable IOException e) {
    return network(
        target + " did not answer within " + seconds(timeout),
        "check the connection; give it longer with --timeout" + behindProxy(),
        e);
  }

  /** A connection that failed, or broke before the answer's headers were there. */
  ApiException noAnswer(IOException e, SentSecrets secrets) {
    if (Thread.currentThread().isInterrupted()) {
      return interrupted(e, secrets);
    }
    if (e instanceof NameLookup.SlowException) {
      return unsent(
          "no name server answered in time for " + first(),
          "check the connection; behind a company's proxy, set HTTPS_PROXY",
          null);
    }
    if (e instanceof UnknownHostException) {
      return unsent(
          "no address was found for " + first(),
          "check the name and the connection; behind a company's proxy, set HTTPS_PROXY",
          safe(e, secrets));
    }
    if (e instanceof InterruptedIOException) {
      return timeout(e);
    }
    if (e instanceof SSLException ssl) {
      return tls(ssl, secrets);
    }
    if (e instanceof NoRouteToHostException
        || (e instanceof ConnectException && has(e, "unreachable"))) {
      return unsent(
          "there is no way to " + first(),
          "check whether this machine is online; behind a company's proxy, set HTTPS_PROXY",
          safe(e, secrets));
    }
    if (e instanceof ConnectException) {
      return unsent(
          first() + " refused the connection",
          proxy.isPresent()
              ? "check HTTPS_PROXY: is the proxy running there?"
              : "check the address and port; behind a company's proxy, set HTTPS_PROXY",
          safe(e, secrets));
    }
    if (e instanceof ProtocolException) {
      return new ApiException.Broken(
          ApiFailure.of("what answers at " + target + " does not speak HTTP")
              .withHint("check the address" + behindProxy()));
    }
    if (proxy.isPresent() && (has(e, "CONNECT") || has(e, "authenticate with proxy"))) {
      return unsent(
          "the proxy " + proxy.get() + " did not let the connection to " + target + " through",
          "check its address, user and password in HTTPS_PROXY",
          null);
    }
    return network(
        "the connection to " + target + " was closed without an answer",
        "try again" + behindProxy(),
        safe(e, secrets));
  }

  /** A body that ended before its end. */
  ApiException cutShort(IOException e, ApiAnswer head) {
    if (Thread.currentThread().isInterrupted()) {
      return interrupted(e, head.secrets());
    }
    if (e instanceof InterruptedIOException) {
      return timeout(e);
    }
    if (e instanceof SocketException) {
      return network(
          "the connection to " + target + " broke in the middle of an answer",
          "try again" + behindProxy(),
          safe(e, head.secrets()));
    }
    return Answers.broken(head, "the API's answer is cut short or damaged");
  }

  /** Whatever it looks like: an interrupt ends a look-up, a wait or a virtual thread's socket. */
  private ApiException.Network interrupted(IOException e, SentSecrets secrets) {
    return network(
        "the thread was interrupted while it waited for " + target,
        "call again where that is wanted",
        safe(e, secrets));
  }

  private ApiException.Network tls(SSLException e, SentSecrets secrets) {
    String way = "TLS with " + target + " failed: ";
    if (caused(e, CertificateExpiredException.class)
        || caused(e, CertificateNotYetValidException.class)) {
      return unsent(
          way + "its certificate is over, or not valid yet",
          "check this machine's clock; if it is right, the server's certificate is at fault",
          safe(e, secrets));
    }
    if (e instanceof SSLPeerUnverifiedException) {
      return unsent(
          way + "its certificate is for another name",
          "check the address; something in between may answer in its place",
          null);
    }
    if (caused(e, CertPathValidatorException.class)
        || caused(e, CertPathBuilderException.class)
        || caused(e, CertificateException.class)) {
      return unsent(
          way + "its certificate is of an authority that isn't trusted here",
          "where a company's proxy opens TLS, set SSL_CERT_FILE to a PEM file of its authority",
          safe(e, secrets));
    }
    return network(
        way + "no agreement on a secure connection",
        "check that the address and port speak https" + behindProxy(),
        safe(e, secrets));
  }

  private String first() {
    return proxy.map(address -> "the proxy " + address).orElse(target);
  }

  private String behindProxy() {
    return proxy.map(address -> "; it goes through the proxy " + address).orElse("");
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static boolean has(IOException e, String word) {
    return e.getMessage() != null && e.getMessage().contains(word);
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> type) {
    int depth = 0;
    for (Throwable t = e; t != null && depth < 20; t = t.getCause(), depth++) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  /** The exception, where it is of the JDK and nothing in it repeats what was sent. */
  private static @Nullable IOException safe(IOException e, SentSecrets secrets) {
    boolean known =
        e instanceof SocketException
            || e instanceof SSLException
            || e instanceof UnknownHostException;
    StringWriter all = new StringWriter();
    e.printStackTrace(new PrintWriter(all));
    return known && !secrets.isIn(all.toString()) ? e : null;
  }

  private static ApiException.Network network(
      String message, String hint, @Nullable IOException cause) {
    return new ApiException.Network(failure(message, hint, cause));
  }

  /** Of a connection that never came to be: the request is still here. */
  private static ApiException.Network unsent(
      String message, String hint, @Nullable IOException cause) {
    return ApiException.Network.unsent(failure(message, hint, cause));
  }

  private static ApiFailure failure(String message, String hint, @Nullable IOException cause) {
    return new ApiFailure(
        message, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.of(hint), cause);
  }
}
