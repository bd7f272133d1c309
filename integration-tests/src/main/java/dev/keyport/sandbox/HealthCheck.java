package dev.keyport.sandbox;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/**
 * Asks the sandbox on this machine whether it answers: the health check of an image that has no
 * shell and no curl. Ends with 0 when it does and with 1 when it does not.
 */
public final class HealthCheck {
  private static final int UNHEALTHY = 1;
  private static final int USAGE = 2;
  private static final int LIMIT_MILLIS = 3_000;

  private HealthCheck() {}

  /** Asks once; the only argument is the API's port. */
  public static void main(String[] arguments) {
    if (arguments.length != 1 || !arguments[0].matches("\\d{1,5}")) {
      System.err.println("usage: HealthCheck PORT");
      System.exit(USAGE);
      return;
    }
    try {
      int status = ask(URI.create("http://127.0.0.1:" + arguments[0] + "/__sandbox/health"));
      if (status != HttpURLConnection.HTTP_OK) {
        System.err.println("the sandbox answers with status " + status);
        System.exit(UNHEALTHY);
      }
    } catch (IOException failed) {
      System.err.println("the sandbox does not answer: " + failed.getMessage());
      System.exit(UNHEALTHY);
    }
  }

  /** Plain java.base: the image's run-time has no other HTTP client. */
  private static int ask(URI address) throws IOException {
    HttpURLConnection http = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    http.setConnectTimeout(LIMIT_MILLIS);
    http.setReadTimeout(LIMIT_MILLIS);
    try {
      return http.getResponseCode();
    } finally {
      http.disconnect();
    }
  }
}
