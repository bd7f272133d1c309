package dev.keyport.http;

import dev.keyport.domain.credential.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Requests as the API's parts make them: the answer read, or the exception for what it means. */
final class Calls {
  private final Exchange exchange;
  private final Answers answers;
  private final ErrorMapper errors;
  private final Paging paging;
  private final Duration timeout;
  private final OneCode oneCode = new OneCode();

  /**
   * @param timeout how long a call may take, retries and further pages included
   */
  Calls(Exchange exchange, Json json, Duration timeout) {
    this.exchange = exchange;
    this.answers = new Answers(json);
    this.errors = new ErrorMapper(json);
    this.paging = new Paging(exchange, errors, answers, oneCode);
    this.timeout = timeout;
  }

  /** Makes calls in this thread, of which the first that is this one brings the code. */
  <R> R withCode(String call, Secret code, Supplier<R> made) {
    return oneCode.during(call, code, made);
  }

  <T> T one(ApiRequest asked, Answers.Reader<T> reader) {
    ApiRequest request = oneCode.on(asked);
    ApiAnswer answer = exchange.send(request, Deadline.in(timeout));
    errors.check(request, answer);
    return answers.one(answer, reader);
  }

  /** The same; empty where the API knows the path and says that there is no such thing there. */
  <T> Optional<T> oneIfAny(ApiRequest asked, String resource, Answers.Reader<T> reader) {
    ApiRequest request = oneCode.on(asked);
    ApiAnswer answer = exchange.send(request, Deadline.in(timeout));
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

  void delete(ApiRequest asked) {
    ApiRequest request = oneCode.on(asked);
    ApiAnswer answer = exchange.send(request, Deadline.in(timeout));
    errors.check(request, answer);
    answers.done(answer);
  }

  /** A request whose answer says no more than that it was taken. */
  void accepted(ApiRequest request) {
    ApiAnswer answer = exchange.send(request, Deadline.in(timeout));
    errors.check(request, answer);
    answers.accepted(answer);
  }

  /** The same; false where there is no such thing. */
  boolean deleteIfAny(ApiRequest asked, String resource) {
    ApiRequest request = oneCode.on(asked);
    ApiAnswer answer = exchange.send(request, Deadline.in(timeout));
    if (isMissing(answer, resource)) {
      return false;
    }
    errors.check(request, answer);
    answers.done(answer);
    return true;
  }
}
