package dev.keyport.sandbox;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the sandbox does where Heroku's behaviour is not documented. Each constant is a decision of
 * ours, with its reason; when the real service is found to differ, this is the place to change.
 *
 * <p>Decisions that are an order of steps rather than a value:
 *
 * <ul>
 *   <li>A request is checked in this order: injected fault, Accept (406), credential (401), rate
 *       limit (429), path (404), body (400, 415), values (422), object (404). A client that sees
 *       404 thereby knows that its credential was good.
 *   <li>The password is checked before the second factor: a stranger must not learn from a wrong
 *       password whether an account has one.
 *   <li>A missing Accept, {@code *}{@code /*} and {@code application/json} mean version 3, so that
 *       a bare {@code curl -n} works.
 *   <li>A single authorization is shown with its whole token when it is the caller's own or the
 *       account's default one, and masked otherwise: what the dashboard reveals, and no more.
 *   <li>Deleting an OAuth client deletes the authorizations made through it; rotating its secret
 *       leaves them alone.
 *   <li>An expired authorization stays in the list with {@code expires_in} 0, so that a person can
 *       see why a tool stopped working.
 *   <li>An authorization made for a client starts with a grant and no access token: {@code
 *       /oauth/tokens} exchanges one for the other, as in RFC 6749 section 4.1.
 *   <li>Refreshing keeps the refresh token and ends the access token before it.
 *   <li>An app's {@code git_url} is at the sandbox's own git host, not at git.heroku.com: following
 *       it works, and takes no sandbox token to the real service.
 *   <li>A password login counts against the rate limit of the account it is for.
 *   <li>The browser login is answered on the API's own port. Its outcome is told as often as the
 *       command asks within the login's life: an answer may be lost on its way.
 *   <li>A page of the browser login that refuses what was typed has the status 422, a login that is
 *       over 410, and a JSON error of its service is an object with {@code error} alone.
 *   <li>{@code POST /login} of the API of 2014 gives the account's default token, and makes one
 *       where there is none.
 *   <li>A password counts for nothing with a federated account, and is refused like a wrong one.
 * </ul>
 */
final class Choices {
  private Choices() {}

  /** Named in every 401 because curl and git ask for a credential only when challenged. */
  static final String API_CHALLENGE = "Basic realm=\"Heroku\"";

  /** The git host's challenge; git shows nothing of it, and asks its helpers because of it. */
  static final String GIT_CHALLENGE = "Basic realm=\"Heroku Git\"";

  /** No client reads these; they are what an API with private answers should say. */
  static final String CACHE_CONTROL = "private, no-cache";

  /** Characters of a masked token left readable at the start; enough for {@code HRKU-} and more. */
  static final int MASK_HEAD = 8;

  /** Heroku's CLI recognises a masked token by exactly ten asterisks. */
  static final String MASK = "**********";

  /** Characters of a masked token left readable at the end. */
  static final int MASK_TAIL = 4;

  /** Tokens begin so since 2024; the schema's own example does. */
  static final String TOKEN_PREFIX = "HRKU-";

  /** Random bytes of a token: with the prefix about 65 characters, the length of live ones. */
  static final int TOKEN_BYTES = 45;

  /** {@code authorizations:create} leaves the scope out, although the schema requires it. */
  static final String DEFAULT_SCOPE = "global";

  /** The scopes that Heroku's CLI offers. */
  static final Set<String> SCOPES =
      Set.of("global", "identity", "read", "write", "read-protected", "write-protected");

  /** Life of a grant; RFC 6749 section 4.1.2 recommends at most ten minutes. */
  static final Duration GRANT_LIFE = Duration.ofMinutes(5);

  /** Life of an access token from {@code /oauth/tokens}, as Heroku documents it. */
  static final Duration EXCHANGED_TOKEN_LIFE = Duration.ofHours(8);

  /** How long a pre-authorized token may use an app without another code. */
  static final Duration PREAUTHORIZATION_LIFE = Duration.ofMinutes(10);

  /** How long a browser login may take; Heroku's CLI waits no longer. */
  static final Duration BROWSER_LOGIN_LIFE = Duration.ofMinutes(10);

  /**
   * Life of a session's token: that which Heroku's CLI asks for when it logs in with a password.
   */
  static final Duration SESSION_LIFE = Duration.ofDays(30);

  /** What the command is told when the person says no. */
  static final String DENIED = "The login was denied.";

  /** What the command is told when nobody said anything in time. */
  static final String LOGIN_TIMED_OUT = "The login timed out.";

  /** Requests an account may make at once. */
  static final int RATE_LIMIT = 4500;

  /** Requests an account regains each minute. */
  static final int RATE_REFILL_PER_MINUTE = 75;

  /** Entries of a page when the client names no number. */
  static final int PAGE_SIZE = 200;

  /** Most entries that a client may ask for. */
  static final int MAX_PAGE_SIZE = 1000;

  /** Codes handed out by {@code POST /account/recovery-codes}. */
  static final int RECOVERY_CODES = 10;

  /** Steps of 30 seconds before and after now whose code is taken (RFC 6238 section 5.2). */
  static final int TOTP_WINDOW = 1;

  /** A larger body is refused with 413: no call of this API needs it. */
  static final int MAX_BODY_BYTES = 1 << 20;

  /** Host names for which a client's redirect may be plain http, as Heroku's CLI allows them. */
  static final Pattern PLAIN_HTTP_HOSTS =
      Pattern.compile("localhost|.*\\.local|(10|127)(\\.\\d{1,3}){3}|192(\\.\\d{1,3}){3}");
}
