package dev.keyport.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Cuts lists into pages. The next page is announced only when there is one: Heroku's CLI follows
 * {@code Next-Range} for as long as it comes.
 *
 * @param <T> what is listed
 */
final class Paging<T extends Identified> {
  private final Map<String, Function<T, String>> fields;
  private final String offered;
  private final String defaultField;
  private final int pageSize;

  private Paging(
      Map<String, Function<T, String>> fields, String offered, String defaultField, int pageSize) {
    this.fields = fields;
    this.offered = offered;
    this.defaultField = defaultField;
    this.pageSize = pageSize;
  }

  /** Lists that can be sorted by id alone. */
  static <T extends Identified> Paging<T> byId(int pageSize) {
    return new Paging<>(Map.of("id", row -> row.id().toString()), "id", "id", pageSize);
  }

  /** The list of apps: by name unless something else is asked for. */
  static Paging<App> ofApps(int pageSize) {
    Map<String, Function<App, String>> fields =
        Map.of(
            "id", app -> app.id().toString(),
            "name", App::name,
            "updated_at", app -> Json.time(app.createdAt()));
    return new Paging<>(fields, "id, name, updated_at", "name", pageSize);
  }

  /**
   * Answers the page that the request asks for.
   *
   * @throws ApiError 416 when its Range makes no sense
   */
  Answer page(ApiRequest request, Stream<T> all, Function<T, JsonNode> view) {
    PageRange range = range(request);
    Function<T, String> key = fields.getOrDefault(range.field(), row -> "");
    Comparator<T> order = Comparator.comparing(key).thenComparing(row -> row.id().toString());
    List<T> rows =
        all.filter(row -> range.includes(key.apply(row)))
            .sorted(range.descending() ? order.reversed() : order)
            .toList();
    List<T> page = rows.subList(0, cut(rows, key, range.max()));
    ArrayNode body = Json.array();
    page.forEach(row -> body.add(view.apply(row)));
    Answer answer = Answer.json(page.size() < rows.size() ? 206 : 200, body);
    return withRanges(answer, range, rows.size(), page.stream().map(key).toList());
  }

  private Answer withRanges(Answer answer, PageRange range, int found, List<String> shown) {
    Answer offering = answer.with("Accept-Ranges", offered);
    if (shown.isEmpty()) {
      return offering;
    }
    String last = shown.get(shown.size() - 1);
    String content = range.field() + " " + shown.get(0) + ".." + last + "; max=" + range.max();
    Answer placed = offering.with("Content-Range", content);
    return shown.size() < found ? placed.with("Next-Range", range.after(last)) : placed;
  }

  private PageRange range(ApiRequest request) {
    Optional<String> header = request.header("Range");
    if (header.isEmpty()) {
      return PageRange.all(defaultField, pageSize);
    }
    return PageRange.parse(header.get(), pageSize)
        .filter(range -> fields.containsKey(range.field()))
        .orElseThrow(
            () ->
                ApiError.of(
                    416,
                    "requested_range_not_satisfiable",
                    "The Range can't be served; sort by one of: " + offered + "."));
  }

  /**
   * Where the page ends. Entries with equal keys stay together, or the next page would skip some.
   */
  private static <T> int cut(List<T> rows, Function<T, String> key, int max) {
    int end = Math.min(max, rows.size());
    while (end > 0
        && end < rows.size()
        && key.apply(rows.get(end)).equals(key.apply(rows.get(end - 1)))) {
      end++;
    }
    return end;
  }
}
