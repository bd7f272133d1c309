package dev.keyport.domain.authorizations;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.AuthorizedCalls;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.Comparator;
import java.util.List;

/**
 * The OAuth clients that the account registered. A secret comes with {@link #create}, {@link #info}
 * and {@link #rotate} alone.
 *
 * <p>Where one is named, its id or a name that only one has will do; naming none is {@link
 * dev.keyport.domain.error.NotFoundException}, or the API's own, and naming several {@link
 * UsageException}, whose hint lists them.
 */
public final class ManageClients {
  private static final Naming<OAuthClient> NAMING =
      new Naming<>("client", OAuthClient::id, OAuthClient::name);

  private final ClientsApi api;
  private final AuthorizedCalls calls;

  /**
   * @param api has the clients
   * @param calls has the token
   */
  public ManageClients(ClientsApi api, AuthorizedCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  /** The account's clients by name. */
  public List<OAuthClient> list() {
    return calls.call(
        token ->
            api.clients(token).stream()
                .map(OAuthClient::withoutSecret)
                .sorted(Comparator.comparing(OAuthClient::name).thenComparing(OAuthClient::id))
                .toList());
  }

  /**
   * Registers a client.
   *
   * @throws UsageException when the name is blank, or the redirect URI is none for a client
   * @throws ApiException when the API refuses or fails; of one that may have been made all the same
   *     the message tells
   */
  public OAuthClient create(String name, String redirectUri) {
    if (name.isBlank()) {
      throw new UsageException("the client's name is empty", "give it a name");
    }
    String checked = RedirectUri.checked(redirectUri);
    return calls.call(
        token -> {
          try {
            return api.createClient(token, name, checked);
          } catch (ApiException e) {
            throw e.mayHaveTakenEffect()
                ? e.withMessage(
                        e.failure().message() + "; the account may have a new client all the same")
                    .withHint("see: keyport clients; take it away with: keyport clients:destroy")
                : e;
          }
        });
  }

  /** The one of this id or name. */
  public OAuthClient info(String name) {
    return calls.call(
        token ->
            Naming.isId(name) ? api.client(token, name) : NAMING.theOne(name, api.clients(token)));
  }

  /** Changes it. */
  public OAuthClient update(String name, ClientChange change) {
    return calls.call(token -> api.updateClient(token, idOf(token, name), change)).withoutSecret();
  }

  /** Gives it a new secret; the old one is dead from then on, and tokens made with it live on. */
  public OAuthClient rotate(String name) {
    return calls.call(
        token -> {
          String id = idOf(token, name);
          try {
            return api.rotateClient(token, id);
          } catch (ApiException e) {
            throw e.mayHaveTakenEffect()
                ? e.withMessage(
                        e.failure().message()
                            + "; the secret of client "
                            + id
                            + " may have been replaced all the same")
                    .withHint("see it with: keyport clients:info " + id + " --shell")
                : e;
          }
        });
  }

  /** Removes it, and with it the authorizations made through it. */
  public OAuthClient destroy(String name) {
    return calls.call(token -> api.removeClient(token, idOf(token, name))).withoutSecret();
  }

  private String idOf(Secret token, String name) {
    return Naming.isId(name) ? name : NAMING.theOne(name, api.clients(token)).id();
  }
}
