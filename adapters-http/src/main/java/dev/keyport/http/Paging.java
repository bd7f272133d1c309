package dev.keyport.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a list to its last page: an answer's {@code Next-Range} is the next request's {@code
 * Range}, word for word. A list that never ends is an error, not a loop.
 */
final class Paging {
  private static final int MAX_PAGES = 100;
  private static final int MAX_RANGE = 1_000;

  private final Exchange exchange;
  private final ErrorMapper errors;
  private final Answers answers;
  private final OneCode oneCode;

  Paging(Exchange exchange, ErrorMapper errors, Answers answers, OneCode oneCode) {
    this.exchange = exchange;
    this.errors = errors;
    this.answers = answers;
    this.oneCode = oneCode;
  }

  <T> List<T> all(ApiRequest first, Answers.Reader<T> reader, Deadline deadline) {
    List<T> all = new ArrayList<>();
    Set<String> ranges = new HashSet<>();
    ApiRequest request = oneCode.on(first);
    for (int page = 1; ; page++) {
      ApiAnswer answer = exchange.send(request, deadline);
      errors.check(request, answer);
      all.addAll(answers.many(answer, reader));
      Optional<String> next = answer.header("Next-Range").filter(range -> !range.isBlank());
      if (next.isEmpty()) {
        return List.copyOf(all);
      }
      if (!ranges.add(next.get())) {
        throw Answers.broken(answer, "the API's list goes round in a circle: Next-Range repeats");
      }
      if (page == MAX_PAGES) {
        throw Answers.broken(answer, "the API's list does not end after " + page + " pages");
      }
      request = first.withRange(checked(answer, next.get()));
    }
  }

  private static String checked(ApiAnswer answer, String range) {
    if (range.length() > MAX_RANGE || !range.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw Answers.broken(answer, "the API's Next-Range can't be sent back");
    }
    return range;
  }
}
