package dev.keyport.http;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads successful answers into the domain's values; what makes no sense is Broken. */
final class Answers {
  private final Json json;

  Answers(Json json) {
    this.json = json;
  }

  /** How one of the API's objects is read. */
  @FunctionalInterface
  interface Reader<T> {
    T read(JsonObject object) throws UnexpectedShapeException;
  }

  <T> T one(ApiAnswer answer, Reader<T> reader) {
    try {
      return reader.read(json.object(json(answer)));
    } catch (UnexpectedShapeException e) {
      throw broken(answer, "the API's answer can't be understood: " + e.getMessage());
    }
  }

  <T> List<T> many(ApiAnswer answer, Reader<T> reader) {
    try {
      List<T> values = new ArrayList<>();
      for (JsonObject object : json.list(json(answer))) {
        values.add(reader.read(object));
      }
      return values;
    } catch (UnexpectedShapeException e) {
      throw broken(answer, "the API's answer can't be understood: " + e.getMessage());
    }
  }

  /**
   * Sees that the API did answer. The deleted object is the body, so that a page which something in
   * between put in its place is not taken for a success.
   */
  void done(ApiAnswer answer) {
    if (answer.status() != 204) {
      String unused = one(answer, JsonObject::id);
    }
  }

  /** Sees that the API did answer, with whatever JSON. */
  void accepted(ApiAnswer answer) {
    if (answer.status() != 204) {
      try {
        json.check(json(answer));
      } catch (UnexpectedShapeException e) {
        throw broken(answer, "the API's answer can't be understood: " + e.getMessage());
      }
    }
  }

  private static byte[] json(ApiAnswer answer) throws UnexpectedShapeException {
    if (!answer.mayBeJson()) {
      throw new UnexpectedShapeException("it is not JSON");
    }
    return answer.body();
  }

  static ApiException.Broken broken(ApiAnswer answer, String message) {
    return new ApiException.Broken(
        new ApiFailure(
            message,
            OptionalInt.of(answer.status()),
            Optional.empty(),
            answer.requestId(),
            Optional.of(
                "try again; where it stays, a proxy may answer in the API's place: see --debug"),
            null));
  }
}
