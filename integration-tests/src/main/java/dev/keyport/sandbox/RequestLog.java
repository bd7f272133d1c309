package dev.keyport.sandbox;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The last requests, without their secrets. Safe for use by several threads. */
final class RequestLog {
  static final int CAPACITY = 10_000;

  private final Clock clock;
  private final Deque<LoggedRequest> ring = new ArrayDeque<>();

  RequestLog(Clock clock) {
    this.clock = clock;
  }

  void add(String server, ApiRequest request, int status) {
    Map<String, List<String>> headers =
        request.headers().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> Redactor.header(header.getKey(), header.getValue())));
    append(
        new LoggedRequest(
            clock.instant(),
            server,
            request.method(),
            request.path(),
            request.query().map(Redactor::query).orElse(""),
            status,
            headers,
            Redactor.body(request)));
  }

  synchronized List<LoggedRequest> list() {
    return List.copyOf(ring);
  }

  synchronized void clear() {
    ring.clear();
  }

  private synchronized void append(LoggedRequest entry) {
    if (ring.size() == CAPACITY) {
      ring.removeFirst();
    }
    ring.addLast(entry);
  }
}
