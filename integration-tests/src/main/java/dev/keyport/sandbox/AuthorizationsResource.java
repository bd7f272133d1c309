package dev.keyport.sandbox;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth/authorizations}: logging in, and the tokens of the account. */
final class AuthorizationsResource {
  private final State state;
  private final AuthorizationView view;
  private final Paging<Authorization> paging;

  AuthorizationsResource(State state, AuthorizationView view, int pageSize) {
    this.state = state;
    this.view = view;
    this.paging = Paging.byId(pageSize);
  }

  void addTo(Router router) {
    String all = "/oauth/authorizations";
    String one = all + "/{authorization}";
    router
        .add("POST", all, Access.TOKEN_OR_PASSWORD, this::create)
        .add("GET", all, Access.TOKEN, this::list)
        .add("GET", one, Access.TOKEN, this::show)
        .add("PATCH", one, Access.TOKEN, this::update)
        .add("DELETE", one, Access.TOKEN, this::delete)
        .add("POST", one + "/actions/regenerate-tokens", Access.TOKEN, this::regenerate);
  }

  private Answer create(Call call) {
    AuthorizationRequest wanted = AuthorizationRequest.read(call.body());
    Account account = call.account();
    Authorization made =
        wanted
            .client()
            .map(
                id ->
                    state
                        .authorizations()
                        .issueGrant(account, client(id), wanted.description(), wanted.scope()))
            .orElseGet(
                () ->
                    state
                        .authorizations()
                        .issue(account, wanted.description(), wanted.scope(), wanted.lifetime()));
    return Answer.created(view.whole(made, account));
  }

  /** All but those of browser and SSO logins, which are listed as sessions. */
  private Answer list(Call call) {
    Account account = call.account();
    return paging.page(
        call.request(),
        state.authorizations().of(account).filter(a -> a.session().isEmpty()),
        authorization -> view.masked(authorization, account));
  }

  private Answer show(Call call) {
    Authorization found = find(call);
    Account account = call.account();
    boolean isDefault = state.authorizations().defaultOf(account).filter(found::equals).isPresent();
    JsonNode body =
        isDefault || call.caller().uses(found)
            ? view.whole(found, account)
            : view.masked(found, account);
    return Answer.ok(body).withLastModified(found.updatedAt());
  }

  private Answer update(Call call) {
    ObjectNode body = call.body();
    Optional<String> description = Values.text(body, "description");
    Optional<Client> client = Values.object(body, "client").map(this::provenClient);
    Authorization found = find(call);
    Authorization described =
        description.map(text -> found.described(text, state.now())).orElse(found);
    Authorization changed =
        client.map(given -> described.forClient(given.id(), state.now())).orElse(described);
    return Answer.ok(view.masked(state.authorizations().put(changed), call.account()));
  }

  private Answer delete(Call call) {
    Authorization found = find(call);
    state.authorizations().delete(found);
    return Answer.ok(view.masked(found, call.account()));
  }

  private Answer regenerate(Call call) {
    Authorization found = find(call);
    if (found.client().isPresent() || found.session().isPresent()) {
      throw ApiError.forbidden("Only the tokens of direct authorizations can be regenerated.");
    }
    return Answer.ok(view.whole(state.authorizations().regenerate(found), call.account()));
  }

  private Authorization find(Call call) {
    String asked = call.parameter("authorization");
    Optional<Authorization> found =
        asked.equals("~")
            ? state.authorizations().defaultOf(call.account())
            : state.authorizations().find(call.account(), asked);
    return found.orElseThrow(() -> ApiError.noSuch("authorization"));
  }

  private Client client(String id) {
    return state
        .clients()
        .find(id)
        .orElseThrow(() -> ApiError.invalid("The parameter client names no client."));
  }

  /** The client that the object names, when its secret is right. */
  private Client provenClient(ObjectNode body) {
    Client client = client(Values.required(body, "id"));
    if (!client.secret().equals(Values.required(body, "secret"))) {
      throw ApiError.invalid("The parameter client has a wrong secret.");
    }
    return client;
  }
}
