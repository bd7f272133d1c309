package dev.keyport.sandbox;

import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code /account/keys}: the public keys of the account. */
final class KeysResource {
  private final State state;
  private final Paging<SshKey> paging;

  KeysResource(State state, int pageSize) {
    this.state = state;
    this.paging = Paging.byId(pageSize);
  }

  void addTo(Router router) {
    router
        .add("GET", "/account/keys", Access.TOKEN, this::list)
        .add("POST", "/account/keys", Access.TOKEN, this::create)
        .add("GET", "/account/keys/{key}", Access.TOKEN, call -> Answer.ok(view(find(call))))
        .add("DELETE", "/account/keys/{key}", Access.TOKEN, this::delete);
  }

  private Answer list(Call call) {
    return paging.page(call.request(), own(call), KeysResource::view);
  }

  private Answer create(Call call) {
    String text = Values.required(call.body(), "public_key");
    return Answer.created(view(add(state, call.account(), text)));
  }

  /**
   * Gives the account a key.
   *
   * @throws ApiError 422 when the text is no key, or some account has it already
   */
  static SshKey add(State state, Account account, String text) {
    SshKey key =
        SshKey.parse(text, account.id(), state.now())
            .orElseThrow(() -> ApiError.invalid("Contents must be a valid public SSH key."));
    if (state.keys().stream().anyMatch(k -> k.fingerprint().equals(key.fingerprint()))) {
      throw ApiError.invalid("Fingerprint is already in use.");
    }
    return state.keys().put(key);
  }

  private Answer delete(Call call) {
    SshKey key = find(call);
    state.keys().remove(key);
    return Answer.ok(view(key));
  }

  private SshKey find(Call call) {
    String asked = call.parameter("key");
    return own(call)
        .filter(key -> key.id().toString().equals(asked) || key.fingerprint().equals(asked))
        .findFirst()
        .orElseThrow(() -> ApiError.noSuch("key"));
  }

  private Stream<SshKey> own(Call call) {
    return state.keys().stream().filter(key -> key.account().equals(call.account().id()));
  }

  private static ObjectNode view(SshKey key) {
    return Json.object()
        .put("comment", key.comment())
        .put("created_at", Json.time(key.createdAt()))
        .put("email", key.comment())
        .put("fingerprint", key.fingerprint())
        .put("id", key.id().toString())
        .put("public_key", key.publicKey())
        .put("updated_at", Json.time(key.createdAt()));
  }
}
