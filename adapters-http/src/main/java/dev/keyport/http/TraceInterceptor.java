package dev.keyport.http;

import dev.keyport.domain.credential.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Tells each request and each answer in a line: headers with what is secret masked, never a body,
 * since bodies hold tokens.
 */
final class TraceInterceptor implements Interceptor {
  private static final Set<String> MASKED =
      Set.of("authorization", "heroku-two-factor-code", "proxy-authorization");

  private final Consumer<String> lines;

  TraceInterceptor(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    SentSecrets tag = request.tag(SentSecrets.class);
    SentSecrets secrets = tag == null ? SentSecrets.none() : tag;
    lines.accept(
        "> "
            + request.method()
            + " "
            + address(request, secrets)
            + shown(request.headers(), secrets));
    long start = System.nanoTime();
    try {
      Response response = chain.proceed(request);
      lines.accept("< " + response.code() + since(start) + told(response.headers(), secrets));
      return response;
    } catch (IOException e) {
      // The type only: the text of some quotes what the server sent.
      lines.accept("! " + e.getClass().getSimpleName() + since(start));
      throw e;
    }
  }

  /**
   * The address, its path decoded, so that a secret in it is known again, and without a query. The
   * path of a POST is always Keyport's own: masking a weak password in it would give it away.
   */
  private static String address(Request request, SentSecrets secrets) {
    HttpUrl url = request.url();
    String path = "/" + String.join("/", url.pathSegments());
    return url.scheme()
        + "://"
        + url.host()
        + ":"
        + url.port()
        + (request.method().equals("POST") ? path : secrets.clean(path));
  }

  private static String since(long start) {
    return " in " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms";
  }

  private static String shown(Headers headers, SentSecrets secrets) {
    List<String> parts = new ArrayList<>();
    for (String name : headers.names()) {
      String value = String.valueOf(headers.get(name));
      if (MASKED.contains(name.toLowerCase(Locale.ROOT))) {
        value = Secret.MASK;
      } else if (name.equalsIgnoreCase("Range")) {
        // The only one that the server made.
        value = secrets.clean(value);
      }
      parts.add(name + ": " + value);
    }
    return "  " + String.join("; ", parts);
  }

  private static String told(Headers headers, SentSecrets secrets) {
    StringBuilder told = new StringBuilder();
    for (String name : List.of("Request-Id", "RateLimit-Remaining")) {
      String value = headers.get(name);
      if (value != null) {
        told.append("  ").append(name).append(": ").append(secrets.clean(value));
      }
    }
    return told.toString();
  }
}
