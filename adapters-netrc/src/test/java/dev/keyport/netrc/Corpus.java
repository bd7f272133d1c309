package dev.keyport.netrc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases in files: what real netrcs have looked like, and what is to come of them. */
final class Corpus {
  private Corpus() {}

  /** A login and its password, and netrc's account where the entry has one. */
  record Pair(String login, String password, @Nullable String account) {}

  /**
   * One look-up in one file.
   *
   * @param file the text, or {@code fileBase64} where it is not UTF-8
   * @param finds what the host's own entry answers
   * @param catchAll what the default entry answers, as the host has none
   * @param malformedLine where the file can't be read
   * @param source the report that brought the case up
   */
  record Reading(
      String name,
      @Nullable String file,
      @Nullable String fileBase64,
      String host,
      @Nullable String login,
      @Nullable Pair finds,
      @Nullable Pair catchAll,
      @Nullable Integer malformedLine,
      String reason,
      String source) {
    byte[] bytes() {
      return file != null
          ? file.getBytes(StandardCharsets.UTF_8)
          : Base64.getDecoder().decode(Objects.requireNonNull(fileBase64));
    }

    @Override
    public String toString() {
      return name + ": " + reason;
    }
  }

  /** What is put. */
  record Putting(String host, String login, String password) {}

  /** What is removed; every login where none is named. */
  record Removing(String host, @Nullable String login) {}

  /** One change of one file; {@code refused} has what the error says. */
  record Editing(
      String name,
      String before,
      @Nullable Putting put,
      @Nullable Removing remove,
      @Nullable String after,
      @Nullable String refused,
      String reason,
      String source) {
    @Override
    public String toString() {
      return name + ": " + reason;
    }
  }

  static List<Reading> readings() {
    return load("reading.json", new TypeReference<>() {});
  }

  static List<Editing> editings() {
    return load("editing.json", new TypeReference<>() {});
  }

  private static <T> T load(String resource, TypeReference<T> type) {
    try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(resource))) {
      return JsonMapper.builder().build().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
