package dev.keyport.http;

import dev.keyport.domain.authorizations.ClientChange;
import dev.keyport.domain.authorizations.ClientsApi;
import dev.keyport.domain.authorizations.OAuthClient;
import dev.keyport.domain.credential.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /oauth/clients}. */
final class HttpClients implements ClientsApi {
  private static final String OAUTH = "oauth";
  private static final String CLIENTS = "clients";
  private static final String REDIRECT_URI = "redirect_uri";

  private final Calls calls;
  private final Json json;

  HttpClients(Calls calls, Json json) {
    this.calls = calls;
    this.json = json;
  }

  @Override
  public List<OAuthClient> clients(Secret token) {
    return calls.all(ApiRequest.get(Proof.bearer(token), OAUTH, CLIENTS), Shapes::client);
  }

  @Override
  public OAuthClient client(Secret token, String id) {
    return calls.one(
        ApiRequest.get(Proof.bearer(token), OAUTH, CLIENTS, ApiRequest.checkedId(id)),
        Shapes::client);
  }

  @Override
  public OAuthClient createClient(Secret token, String name, String redirectUri) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put(REDIRECT_URI, redirectUri);
    return calls.one(
        ApiRequest.post(Proof.bearer(token), json.write(body), OAUTH, CLIENTS),
        Shapes::clientWithSecret);
  }

  @Override
  public OAuthClient updateClient(Secret token, String id, ClientChange change) {
    Map<String, Object> body = new LinkedHashMap<>();
    change.name().ifPresent(name -> body.put("name", name));
    change.redirectUri().ifPresent(uri -> body.put(REDIRECT_URI, uri));
    return calls.one(
        ApiRequest.patch(
            Proof.bearer(token), json.write(body), OAUTH, CLIENTS, ApiRequest.checkedId(id)),
        Shapes::client);
  }

  @Override
  public OAuthClient rotateClient(Secret token, String id) {
    return calls.one(
        ApiRequest.action(
            Proof.bearer(token),
            OAUTH,
            CLIENTS,
            ApiRequest.checkedId(id),
            "actions",
            "rotate-credentials"),
        Shapes::clientWithSecret);
  }

  @Override
  public OAuthClient removeClient(Secret token, String id) {
    return calls.one(
        ApiRequest.delete(Proof.bearer(token), OAUTH, CLIENTS, ApiRequest.checkedId(id)),
        Shapes::client);
  }
}
