package dev.keyport.sandbox;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth/clients}: the OAuth clients that the account registered. */
final class ClientsResource {
  private final State state;
  private final Paging<Client> paging;

  ClientsResource(State state, int pageSize) {
    this.state = state;
    this.paging = Paging.byId(pageSize);
  }

  void addTo(Router router) {
    String all = "/oauth/clients";
    String one = all + "/{client}";
    router
        .add("GET", all, Access.TOKEN, this::list)
        .add("POST", all, Access.TOKEN, this::create)
        .add("GET", one, Access.OPTIONAL, this::show)
        .add("PATCH", one, Access.TOKEN, this::update)
        .add("DELETE", one, Access.TOKEN, this::delete)
        .add("POST", one + "/actions/rotate-credentials", Access.TOKEN, this::rotate);
  }

  private Answer list(Call call) {
    Stream<Client> own =
        state.clients().stream().filter(c -> c.account().equals(call.account().id()));
    return paging.page(call.request(), own, ClientsResource::view);
  }

  private Answer create(Call call) {
    ObjectNode body = call.body();
    Client client =
        new Client(
            UUID.randomUUID(),
            call.account().id(),
            Values.required(body, "name"),
            redirect(Values.required(body, "redirect_uri")),
            state.secrets().clientSecret(),
            state.now(),
            state.now());
    return Answer.created(view(state.clients().put(client)));
  }

  /** Everyone may see a client; only its owner sees the secret. */
  private Answer show(Call call) {
    Client client =
        state.clients().find(call.parameter("client")).orElseThrow(() -> ApiError.noSuch("client"));
    ObjectNode body = view(client);
    boolean owned =
        call.authenticated()
            .filter(caller -> caller.account().id().equals(client.account()))
            .isPresent();
    if (!owned) {
      body.remove("secret");
    }
    return Answer.ok(body).withLastModified(client.updatedAt());
  }

  private Answer update(Call call) {
    ObjectNode body = call.body();
    Optional<String> name = Values.text(body, "name").filter(text -> !text.isEmpty());
    Optional<String> uri = Values.text(body, "redirect_uri").map(ClientsResource::redirect);
    Client old = find(call);
    return Answer.ok(
        view(change(old, name.orElse(old.name()), uri.orElse(old.redirectUri()), old.secret())));
  }

  private Answer delete(Call call) {
    Client client = find(call);
    Optional<UUID> id = Optional.of(client.id());
    state.authorizations().stream()
        .filter(authorization -> authorization.client().equals(id))
        .forEach(state.authorizations()::delete);
    state.clients().remove(client);
    return Answer.ok(view(client));
  }

  private Answer rotate(Call call) {
    Client old = find(call);
    return Answer.ok(
        view(change(old, old.name(), old.redirectUri(), state.secrets().clientSecret())));
  }

  private Client change(Client old, String name, String uri, String secret) {
    return state
        .clients()
        .put(new Client(old.id(), old.account(), name, uri, secret, old.createdAt(), state.now()));
  }

  private Client find(Call call) {
    return state
        .clients()
        .find(call.parameter("client"))
        .filter(client -> client.account().equals(call.account().id()))
        .orElseThrow(() -> ApiError.noSuch("client"));
  }

  private static String redirect(String text) {
    try {
      URI uri = URI.create(text);
      String host = Optional.ofNullable(uri.getHost()).orElse("");
      boolean plain =
          "http".equals(uri.getScheme()) && Choices.PLAIN_HTTP_HOSTS.matcher(host).matches();
      if (plain || ("https".equals(uri.getScheme()) && !host.isEmpty())) {
        return text;
      }
    } catch (IllegalArgumentException malformed) {
      throw ApiError.invalid("Redirect URI must be a valid URL.");
    }
    throw ApiError.invalid("Redirect URI must be an https URL.");
  }

  private static ObjectNode view(Client client) {
    return Json.object()
        .put("created_at", Json.time(client.createdAt()))
        .putNull("ignores_delinquent")
        .put("id", client.id().toString())
        .put("name", client.name())
        .put("redirect_uri", client.redirectUri())
        .put("secret", client.secret())
        .put("updated_at", Json.time(client.updatedAt()));
  }
}
