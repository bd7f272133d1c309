package dev.keyport.http;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * A request and its final answer: what {@link Transport} sends once, with retries and redirects.
 */
final class Exchange {
  private static final int MAX_REDIRECTS = 5;

  private final HttpUrl base;
  private final Transport transport;
  private final RetryPolicy retries;
  private final Pause pause;

  Exchange(HttpUrl base, Transport transport, RetryPolicy retries, Pause pause) {
    this.base = base;
    this.transport = transport;
    this.retries = retries;
    this.pause = pause;
  }

  /** The final answer, of whatever status but a redirect. */
  ApiAnswer send(ApiRequest request, Deadline deadline) {
    HttpUrl.Builder url = base.newBuilder();
    request.path().forEach(url::addPathSegment);
    HttpUrl target = url.build();
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      ApiAnswer answer = patiently(target, request, deadline);
      Optional<HttpUrl> next = redirect(target, request, answer);
      if (next.isEmpty()) {
        return answer;
      }
      target = next.get();
    }
    throw new ApiException.Broken(
        ApiFailure.of("the API redirects more than " + MAX_REDIRECTS + " times")
            .withHint("try again later; --debug shows where to"));
  }

  private ApiAnswer patiently(HttpUrl target, ApiRequest request, Deadline deadline) {
    for (int tries = 1; ; tries++) {
      ApiAnswer answer = transport.once(target, request, deadline);
      Optional<Duration> wait = retries.pause(request, answer, tries).filter(deadline::allows);
      if (wait.isEmpty() || !slept(wait.get())) {
        return answer;
      }
    }
  }

  /** False when the thread was told to stop: then there is no further try. */
  private boolean slept(Duration time) {
    try {
      pause.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<HttpUrl> redirect(HttpUrl from, ApiRequest request, ApiAnswer answer) {
    switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> {
        HttpUrl to = answer.header("Location").map(from::resolve).orElse(null);
        if (to == null) {
          throw Answers.broken(answer, "the API redirects without saying where to");
        }
        // A token goes to the origin it is for, and nowhere else.
        if (!sameOrigin(from, to)) {
          throw Answers.broken(
              answer,
              "the API redirects to another host, "
                  + answer.secrets().clean(to.host())
                  + "; it was not followed");
        }
        if (!request.isRepeatable()) {
          throw Answers.broken(
              answer, "the API redirects a " + request.method() + "; it was not sent again");
        }
        return Optional.of(to);
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  static boolean sameOrigin(HttpUrl from, HttpUrl to) {
    return from.scheme().equals(to.scheme())
        && from.host().equals(to.host())
        && from.port() == to.port();
  }
}
