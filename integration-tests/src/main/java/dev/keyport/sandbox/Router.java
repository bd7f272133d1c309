package dev.keyport.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes of the API, tried in the order they were added. Filled before the server starts and
 * only read afterwards.
 */
final class Router {
  /**
   * Answers one kind of request. One of the API runs while the state is locked, so it never blocks.
   */
  @FunctionalInterface
  interface Handler {
    Answer answer(Call call);
  }

  /**
   * One route.
   *
   * @param method the HTTP method
   * @param template path segments; {@code {name}} stands for any one segment
   * @param access the credential needed
   * @param handler answers it
   */
  record Route(String method, List<String> template, Access access, Handler handler) {}

  /** A route together with what the path holds for its names. */
  record Match(Route route, Map<String, String> parameters) {}

  private final List<Route> routes = new ArrayList<>();

  /** Adds a route; its path is written like {@code /apps/{app}}. */
  Router add(String method, String path, Access access, Handler handler) {
    List<String> template = List.of(path.substring(1).split("/"));
    routes.add(new Route(method, template, access, handler));
    return this;
  }

  /** Finds the route of a request. A HEAD is answered as the GET it stands for. */
  Optional<Match> match(String method, List<String> segments) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    return routes.stream()
        .filter(route -> route.method().equals(wanted))
        .flatMap(
            route -> parameters(route.template(), segments).map(p -> new Match(route, p)).stream())
        .findFirst();
  }

  private static Optional<Map<String, String>> parameters(
      List<String> template, List<String> segments) {
    if (template.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < template.size(); i++) {
      String part = template.get(i);
      if (part.startsWith("{")) {
        found.put(part.substring(1, part.length() - 1), segments.get(i));
      } else if (!part.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(found));
  }
}
