package dev.keyport.cli.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the command line answers it. */
public final class Json {
  private Json() {}

  /** An object's fields, in the order they are put. */
  public static final class Fields {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** No fields yet. */
    public Fields() {}

    /** A field; an empty optional is null, a present one what it holds, as text. */
    public Fields put(String name, @Nullable Object value) {
      fields.put(
          name,
          value instanceof Optional<?> optional
              ? optional.map(String::valueOf).orElse(null)
              : value);
      return this;
    }

    /** The fields. */
    public Map<String, @Nullable Object> map() {
      return fields;
    }
  }

  /** The document as text; ASCII alone, so that it survives every locale and terminal. */
  static String write(@Nullable Object document) {
    return JsonMapper.builder()
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(document);
  }
}
