package dev.keyport.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out. Jackson's exceptions quote the text, which may be a token: none leaves here. */
final class Json {
  // The API's deepest answer is four levels, its longest text an SSH key of some kilobytes.
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_TEXT = 256 * 1024;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER)
                          .maxStringLength(MAX_TEXT)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  String write(Map<String, ?> fields) {
    return mapper.writeValueAsString(fields);
  }

  JsonObject object(byte[] utf8) throws UnexpectedShapeException {
    return JsonObject.of(tree(utf8), "the answer");
  }

  List<JsonObject> list(byte[] utf8) throws UnexpectedShapeException {
    JsonNode tree = tree(utf8);
    if (!tree.isArray()) {
      throw new UnexpectedShapeException("a list was expected");
    }
    List<JsonObject> objects = new ArrayList<>(tree.size());
    for (JsonNode item : tree) {
      objects.add(JsonObject.of(item, "an item of the list"));
    }
    return objects;
  }

  /** Sees that it is JSON. */
  void check(byte[] utf8) throws UnexpectedShapeException {
    JsonNode unused = tree(utf8);
  }

  /** What an error answer says of itself; empty fields where it is not JSON or says nothing. */
  ErrorBody error(ApiAnswer answer) {
    try {
      JsonObject object = object(answer.body());
      return new ErrorBody(
          object.textIfAny("id").filter(id -> id.matches("[a-z0-9_.-]{1,64}")),
          object.textIfAny("message"),
          object.textIfAny("resource"),
          app(object));
    } catch (UnexpectedShapeException e) {
      return ErrorBody.empty();
    }
  }

  /** What may go into the path of a later request. */
  private static Optional<String> app(JsonObject error) {
    return error.objectIfAny("app").stream()
        .flatMap(app -> Stream.of(app.textIfAny("name"), app.textIfAny("id")))
        .flatMap(Optional::stream)
        .filter(ApiRequest::isId)
        .findFirst();
  }

  private JsonNode tree(byte[] utf8) throws UnexpectedShapeException {
    if (utf8.length == 0) {
      throw new UnexpectedShapeException("the answer is empty");
    }
    try {
      return mapper.readTree(utf8);
    } catch (JacksonException e) {
      throw new UnexpectedShapeException("the answer is not JSON" + place(e));
    }
  }

  private static String place(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
