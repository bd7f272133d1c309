package dev.keyport.domain.authorizations;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.auth.AuthorizedCalls;
import dev.keyport.domain.auth.LostAuthorization;
import dev.keyport.domain.auth.NewAuthorization;
import dev.keyport.domain.auth.OwnAuthorization;
import dev.keyport.domain.credential.Secret;
import java.util.Comparator;
import java.util.List;

/**
 * The account's OAuth authorizations: the tokens it has given out. A token is shown in full where
 * it is made, by {@link #create} and {@link #rotate}, and masked everywhere else, whatever the API
 * answers.
 *
 * <p>Where one is named, its id or a description that only one has will do; naming none is {@link
 * dev.keyport.domain.error.NotFoundException}, or the API's own, and naming several {@link
 * dev.keyport.domain.error.UsageException}, whose hint lists them.
 */
public final class ManageAuthorizations {
  private static final Naming<Authorization> NAMING =
      new Naming<>("authorization", Authorization::id, Authorization::description);

  private final AuthApi auth;
  private final AuthorizationsApi api;
  private final AuthorizedCalls calls;
  private final OwnAuthorization own;

  /**
   * @param auth makes, lists and revokes
   * @param api does the rest
   * @param calls has the token
   * @param own knows the stored login's
   */
  public ManageAuthorizations(
      AuthApi auth, AuthorizationsApi api, AuthorizedCalls calls, OwnAuthorization own) {
    this.auth = auth;
    this.api = api;
    this.calls = calls;
    this.own = own;
  }

  /** The account's authorizations by description, those of browser logins not among them. */
  public List<Authorization> list() {
    return calls.call(
        token ->
            auth.authorizations(token).stream()
                .map(Authorization::masked)
                .sorted(
                    Comparator.comparing(Authorization::description)
                        .thenComparing(Authorization::id))
                .toList());
  }

  /**
   * Makes an authorization.
   *
   * @return it, with its token in full
   * @throws ApiException when the API refuses or fails; of one that may have been made all the same
   *     the message tells
   */
  public Authorization create(NewAuthorization wanted) {
    return calls.call(
        token ->
            LostAuthorization.told(
                wanted.description(), () -> auth.createAuthorization(token, wanted)));
  }

  /** The one of this id or description. */
  public Authorization info(String name) {
    return calls.call(token -> find(token, name)).masked();
  }

  /** Changes it. */
  public Authorization update(String name, AuthorizationChange change) {
    return calls.call(token -> api.update(token, idOf(token, name), change)).masked();
  }

  private String idOf(Secret token, String name) {
    return Naming.isId(name) ? name : find(token, name).id();
  }

  /**
   * Puts a new token in the place of the old one, which is dead from then on.
   *
   * @return it, with its new token in full
   * @throws dev.keyport.domain.error.UsageException when the stored login lives by it
   */
  public Authorization rotate(String name) {
    return calls.call(
        token -> {
          Authorization found = find(token, name);
          own.refuse(found);
          try {
            return api.regenerate(token, found.id());
          } catch (ApiException e) {
            throw e.mayHaveTakenEffect()
                ? e.withMessage(
                        e.failure().message()
                            + "; the token of authorization "
                            + found.id()
                            + " may have been replaced all the same")
                    .withHint("rotate it again: only then is its token known")
                : e;
          }
        });
  }

  /**
   * Ends it: its token is dead from then on.
   *
   * @return it, as it was
   * @throws dev.keyport.domain.error.UsageException when the stored login lives by it
   */
  public Authorization revoke(String name) {
    return calls
        .call(
            token -> {
              Authorization found = find(token, name);
              own.refuse(found);
              auth.revokeAuthorization(token, found.id());
              return found;
            })
        .masked();
  }

  private Authorization find(Secret token, String name) {
    return Naming.isId(name)
        ? api.authorization(token, name)
        : NAMING.theOne(name, auth.authorizations(token));
  }
}
