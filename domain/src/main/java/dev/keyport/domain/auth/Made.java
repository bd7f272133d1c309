package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;

/** What a login made at the API, which has to end where its token can't be kept. */
sealed interface Made {
  /**
   * Ends it.
   *
   * @param token its own
   * @return false when it is gone already
   */
  boolean end(AuthApi api, Secret token);

  /** What may be left of it, and where to end it. */
  String left();

  /** The verb that ends it. */
  String verb();

  /**
   * An authorization, by a password.
   *
   * @param id its id
   */
  record OwnAuthorization(String id) implements Made {
    @Override
    public boolean end(AuthApi api, Secret token) {
      try {
        api.revokeAuthorization(token, id);
        return true;
      } catch (ApiException.NotFound e) {
        return false;
      }
    }

    @Override
    public String left() {
      return "as authorization " + id + " of the account";
    }

    @Override
    public String verb() {
      return "keyport authorizations:revoke";
    }
  }

  /**
   * A session, by a login in the browser.
   *
   * @param description what it is called
   */
  record OwnSession(String description) implements Made {
    @Override
    public boolean end(AuthApi api, Secret token) {
      return api.endOwnSession(token);
    }

    @Override
    public String left() {
      return "in the session \"" + description + "\" of the account";
    }

    @Override
    public String verb() {
      return "keyport sessions:destroy";
    }
  }

  /** Nothing: the token was there before. */
  record Nothing() implements Made {
    @Override
    public boolean end(AuthApi api, Secret token) {
      return false;
    }

    @Override
    public String left() {
      return "";
    }

    @Override
    public String verb() {
      return "";
    }
  }
}
