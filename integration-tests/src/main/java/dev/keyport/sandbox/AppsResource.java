package dev.keyport.sandbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code /apps}: the apps of the account. */
final class AppsResource {
  private final State state;
  private final SecondFactor secondFactor;
  private final URI git;
  private final Paging<App> paging;

  AppsResource(State state, SecondFactor secondFactor, URI git, int pageSize) {
    this.state = state;
    this.git = git;
    this.secondFactor = secondFactor;
    this.paging = Paging.ofApps(pageSize);
  }

  void addTo(Router router) {
    router
        .add("GET", "/apps", Access.APPS, this::list)
        .add("GET", "/users/~/apps", Access.APPS, this::list)
        .add("GET", "/apps/{app}", Access.APPS, this::show)
        .add("PUT", "/apps/{app}/pre-authorizations", Access.APPS, this::preauthorize);
  }

  private Answer list(Call call) {
    Account account = call.account();
    Stream<App> own = state.apps().stream().filter(app -> app.owner().equals(account.id()));
    return paging.page(call.request(), own, app -> view(app, account));
  }

  private Answer show(Call call) {
    App app = find(call);
    boolean preauthorized =
        call.caller().authorization().filter(a -> state.isPreauthorized(a, app)).isPresent();
    if (app.secondFactor() && !preauthorized) {
      if (call.request().header(SecondFactor.HEADER).isEmpty()) {
        throw ApiError.twoFactor(app);
      }
      secondFactor.redeem(call.account(), call.request());
    }
    return Answer.ok(view(app, call.account())).withLastModified(app.createdAt());
  }

  private Answer preauthorize(Call call) {
    App app = find(call);
    secondFactor.redeem(call.account(), call.request());
    call.caller().authorization().ifPresent(granted -> state.preauthorize(granted, app));
    return Answer.ok(Json.object());
  }

  private App find(Call call) {
    return state
        .app(call.parameter("app"))
        .filter(app -> app.owner().equals(call.account().id()))
        .orElseThrow(() -> ApiError.noSuch("app"));
  }

  private ObjectNode view(App app, Account owner) {
    String created = Json.time(app.createdAt());
    ObjectNode view =
        Json.object()
            .put("acm", false)
            .putNull("archived_at")
            .putNull("buildpack_provided_description")
            .put("created_at", created)
            .put("git_url", git + "/" + app.name() + ".git")
            .put("id", app.id().toString())
            .putNull("internal_routing")
            .put("maintenance", false)
            .put("name", app.name())
            .putNull("organization")
            .putNull("released_at")
            .putNull("repo_size")
            .putNull("slug_size")
            .putNull("space")
            .putNull("team")
            .put("updated_at", created)
            .put("web_url", "https://" + app.name() + ".herokuapp.com/");
    view.set("build_stack", named("stack", "heroku-24"));
    view.set("generation", named("generation", "cedar"));
    view.set("owner", Json.object().put("email", owner.email()).put("id", owner.id().toString()));
    view.set("region", named("region", "us"));
    view.set("stack", named("stack", "heroku-24"));
    return view;
  }

  /** A reference by id and name; the id is made of the name, and so always the same. */
  private static ObjectNode named(String kind, String name) {
    byte[] seed = (kind + ":" + name).getBytes(StandardCharsets.UTF_8);
    return Json.object().put("id", UUID.nameUUIDFromBytes(seed).toString()).put("name", name);
  }
}
