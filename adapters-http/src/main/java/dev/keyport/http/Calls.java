package dev.keyport.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Requests as the API's parts make them: the answer read, or the exception for what it means. */
final class Calls {
  private final Exchange exchange;
  private final Answers answers;
  private final ErrorMapper errors;
  private final Paging paging;
  private final Duration timeout;

  /**
   * @param timeout how long a call may take, retries and further pages included
   */
  Calls(Exchange exchange, Json json, Duration timeout) {
    this.exchange = exchange;
    this.answers = new Answers(json);
    this.errors = new ErrorMapper(json);
    this.paging = new Paging(exchange, errors, answers);
    this.timeout = timeout;
  }

  <T> T one(ApiRequest request, Answers.Reader<T> reader) {
    ApiAnswer answer = send(request);
    errors.check(request, answer);
    return answers.one(answer, reader);
  }

  /** The same; empty where the API knows the path and says that there is no such thing there. */
  <T> Optional<T> oneIfAny(ApiRequest request, String resource, Answers.Reader<T> reader) {
    ApiAnswer answer = send(request);
    if (isMissing(answer, resource)) {
      return Optional.empty();
    }
    errors.check(request, answer);
    return Optional.of(answers.one(answer, reader));
  }

  private boolean isMissing(ApiAnswer answer, String resource) {
    return answer.status() == 404
        && errors.body(answer).resource().filter(resource::equals).isPresent();
  }

  <T> List<T> all(ApiRequest request, Answers.Reader<T> reader) {
    return paging.all(request, reader, Deadline.in(timeout));
  }

  void delete(ApiRequest request) {
    ApiAnswer answer = send(request);
    errors.check(request, answer);
    answers.done(answer);
  }

  /** The same; false where there is no such thing. */
  boolean deleteIfAny(ApiRequest request, String resource) {
    ApiAnswer answer = send(request);
    if (isMissing(answer, resource)) {
      return false;
    }
    errors.check(request, answer);
    answers.done(answer);
    return true;
  }

  private ApiAnswer send(ApiRequest request) {
    return exchange.send(request, Deadline.in(timeout));
  }
}
