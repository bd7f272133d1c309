package dev.keyport.http;

import dev.keyport.domain.credential.Secret;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A second factor's code on its way to the one request that wants it: the first of its kind that
 * the thread makes. The domain's ports have no room for it, since nearly no call wants one.
 */
final class OneCode {
  // Of this object, so that a code never reaches another API; taken away at the end of each use.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Waiting> waiting = new ThreadLocal<>();

  private record Waiting(String call, Secret code) {}

  /** Runs calls of which the first that is this one brings the code. */
  <R> R during(String call, Secret code, Supplier<R> calls) {
    waiting.set(new Waiting(call, code));
    try {
      return calls.get();
    } finally {
      waiting.remove();
    }
  }

  /** The request, with the code where it is the one that wants it. */
  ApiRequest on(ApiRequest request) {
    Waiting next = waiting.get();
    if (next == null || !next.call().equals(request.call())) {
      return request;
    }
    waiting.remove();
    return request.withCode(next.code());
  }
}
