package dev.keyport.http;

import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.authorizations.AuthorizationChange;
import dev.keyport.domain.authorizations.AuthorizationsApi;
import dev.keyport.domain.credential.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /oauth/authorizations/ID}. */
final class HttpAuthorizations implements AuthorizationsApi {
  private static final String OAUTH = "oauth";
  private static final String AUTHORIZATIONS = "authorizations";

  private final Calls calls;
  private final Json json;

  HttpAuthorizations(Calls calls, Json json) {
    this.calls = calls;
    this.json = json;
  }

  @Override
  public Authorization authorization(Secret token, String id) {
    return calls.one(
        ApiRequest.get(Proof.bearer(token), OAUTH, AUTHORIZATIONS, ApiRequest.checkedId(id)),
        Shapes::authorization);
  }

  @Override
  public Authorization update(Secret token, String id, AuthorizationChange change) {
    Proof proof = Proof.bearer(token);
    Map<String, Object> body = new LinkedHashMap<>();
    change.description().ifPresent(text -> body.put("description", text));
    if (change.client().isPresent()) {
      AuthorizationChange.Client client = change.client().get();
      body.put("client", Map.of("id", client.id(), "secret", client.secret().reveal()));
      proof = proof.carrying(client.secret());
    }
    return calls.one(
        ApiRequest.patch(proof, json.write(body), OAUTH, AUTHORIZATIONS, ApiRequest.checkedId(id)),
        Shapes::authorization);
  }

  @Override
  public Authorization regenerate(Secret token, String id) {
    return calls.one(
        ApiRequest.action(
            Proof.bearer(token),
            OAUTH,
            AUTHORIZATIONS,
            ApiRequest.checkedId(id),
            "actions",
            "regenerate-tokens"),
        Shapes::created);
  }
}
