package dev.keyport.it.verbs;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every verb, with the ways to use it that differ in what they ask of the API or do with secrets. A
 * new verb is added here, and is then under every suite that is made from this list.
 */
public final class VerbRegistry {
  private static final String ACCOUNT = "/account";
  private static final String KEYS = "/account/keys";
  private static final String AUTHORIZATIONS = "/oauth/authorizations";
  private static final String SESSIONS = "/oauth/sessions";
  private static final String CLIENTS = "/oauth/clients";
  private static final String GET = "GET";
  private static final String DELETE = "DELETE";

  private static final List<VerbUse> USES =
      List.of(
          VerbUse.of(Start.NOTHING, "login", "--email", "{email}", "--password-stdin")
              .reading("{password}\n")
              .calling("POST", AUTHORIZATIONS)
              .calling(GET, ACCOUNT),
          VerbUse.of(
                  Start.NOTHING,
                  "login",
                  "--email",
                  "{otp email}",
                  "--password-stdin",
                  "--otp",
                  "{otp}")
              .reading("{otp password}\n")
              .calling("POST", AUTHORIZATIONS)
              .calling(GET, ACCOUNT),
          VerbUse.of(Start.NOTHING, "login", "--with-token")
              .reading("{token}\n")
              .calling(GET, ACCOUNT),
          VerbUse.of(Start.LOGIN, "logout").calling(DELETE, AUTHORIZATIONS + "/*"),
          VerbUse.of(Start.FOREIGN_TOKEN, "logout")
              .calling(DELETE, "/oauth/sessions/~")
              .calling(GET, AUTHORIZATIONS + "/~")
              .calling(GET, AUTHORIZATIONS)
              .calling(DELETE, AUTHORIZATIONS + "/*"),
          VerbUse.of(Start.LOGIN, "logout", "--local"),
          VerbUse.of(Start.LOGIN, "whoami").calling(GET, ACCOUNT),
          VerbUse.of(Start.LOGIN, "auth:token").answeringSecret(),
          VerbUse.of(Start.LOGIN, "auth:token", "--check", "--json")
              .answeringSecret()
              .calling(GET, ACCOUNT),
          VerbUse.of(Start.LOGIN, "auth:status").calling(GET, ACCOUNT),
          VerbUse.of(Start.LOGIN, "apps").calling(GET, "/apps"),
          VerbUse.of(Start.SSH_KEY, "keys", "--long").calling(GET, KEYS),
          VerbUse.of(Start.LOGIN, "keys:add", "{key file}")
              .calling(GET, KEYS)
              .calling("POST", KEYS),
          VerbUse.of(Start.SSH_KEY, "keys:remove", "{key comment}")
              .calling(GET, KEYS)
              .calling(DELETE, KEYS + "/*"),
          VerbUse.of(Start.SSH_KEY, "keys:clear").calling(GET, KEYS).calling(DELETE, KEYS + "/*"),
          VerbUse.of(Start.CREDENTIAL, "credentials"),
          VerbUse.of(Start.CREDENTIAL, "credentials:get", "{host}").answeringSecret(),
          VerbUse.of(
                  Start.NOTHING, "credentials:put", "{host}", "--login", "ann", "--password-stdin")
              .reading("{secret}\n"),
          VerbUse.of(Start.CREDENTIAL, "credentials:remove", "{host}"),
          VerbUse.of(Start.LOGIN, "stores"),
          VerbUse.of(Start.CREDENTIAL, "stores", "--json"),
          VerbUse.of(Start.LOGIN, "doctor")
              .calling(GET, ACCOUNT)
              .calling(GET, ACCOUNT)
              .calling(GET, ACCOUNT + "/rate-limits"),
          VerbUse.of(Start.CREDENTIAL, "doctor", "--fix", "--json").calling(GET, ACCOUNT),
          VerbUse.of(Start.NOTHING, "version"),
          VerbUse.of(Start.LOGIN, "auth:rotate")
              .calling(GET, AUTHORIZATIONS)
              .calling("POST", AUTHORIZATIONS)
              .calling(GET, ACCOUNT)
              .calling(DELETE, AUTHORIZATIONS + "/*"),
          VerbUse.of(Start.AUTHORIZATION, "authorizations").calling(GET, AUTHORIZATIONS),
          VerbUse.of(Start.LOGIN, "authorizations:create", "-d", "deploy", "--short")
              .answeringSecret()
              .calling("POST", AUTHORIZATIONS),
          VerbUse.of(Start.AUTHORIZATION, "authorizations:info", "deploy")
              .calling(GET, AUTHORIZATIONS),
          VerbUse.of(Start.AUTHORIZATION, "authorizations:update", "deploy", "-d", "nightly")
              .calling(GET, AUTHORIZATIONS)
              .calling("PATCH", AUTHORIZATIONS + "/*"),
          VerbUse.of(Start.AUTHORIZATION, "authorizations:rotate", "deploy")
              .answeringSecret()
              .calling(GET, AUTHORIZATIONS)
              .calling("POST", AUTHORIZATIONS + "/*/actions/regenerate-tokens"),
          VerbUse.of(Start.AUTHORIZATION, "authorizations:revoke", "deploy")
              .calling(GET, AUTHORIZATIONS)
              .calling(DELETE, AUTHORIZATIONS + "/*"),
          VerbUse.of(Start.SESSION, "sessions").calling(GET, SESSIONS),
          VerbUse.of(Start.SESSION, "sessions:destroy", "Browser login")
              .calling(GET, SESSIONS)
              .calling(DELETE, SESSIONS + "/*"),
          VerbUse.of(Start.CLIENT, "clients").calling(GET, CLIENTS),
          VerbUse.of(Start.LOGIN, "clients:create", "board", "https://board.example.com/auth")
              .answeringSecret()
              .calling("POST", CLIENTS),
          VerbUse.of(Start.CLIENT, "clients:info", "board", "--shell")
              .answeringSecret()
              .calling(GET, CLIENTS),
          VerbUse.of(Start.CLIENT, "clients:update", "board", "--name", "app")
              .calling(GET, CLIENTS)
              .calling("PATCH", CLIENTS + "/*"),
          VerbUse.of(Start.CLIENT, "clients:rotate", "board")
              .answeringSecret()
              .calling(GET, CLIENTS)
              .calling("POST", CLIENTS + "/*/actions/rotate-credentials"),
          VerbUse.of(Start.CLIENT, "clients:destroy", "board")
              .calling(GET, CLIENTS)
              .calling(DELETE, CLIENTS + "/*"),
          VerbUse.of(Start.LOGIN, "2fa").calling(GET, ACCOUNT),
          VerbUse.of(Start.LOGIN, "2fa:generate").endingIn(2),
          VerbUse.of(Start.LOGIN, "2fa:disable").endingIn(2),
          VerbUse.of(Start.LOGIN, "apps:info", "keyport-demo").calling(GET, "/apps/*"),
          VerbUse.of(Start.NOTHING, "help", "login"),
          VerbUse.of(Start.LOGIN, "config"),
          VerbUse.of(Start.LOGIN, "config:list", "--json"),
          VerbUse.of(Start.NOTHING, "config:get", "store"),
          VerbUse.of(Start.NOTHING, "config:set", "timeout", "20s"),
          VerbUse.of(Start.NOTHING, "config:unset", "store"),
          VerbUse.of(Start.NOTHING, "config:path"),
          VerbUse.of(Start.LOGIN, "accounts"),
          VerbUse.of(Start.LOGIN, "accounts:add", "home", "--current"),
          VerbUse.of(Start.LOGIN, "accounts:import", "home", "--from", "netrc"),
          VerbUse.of(Start.NOTHING, "accounts:current").endingIn(104),
          VerbUse.of(Start.NOTHING, "accounts:set", "home").endingIn(104),
          VerbUse.of(Start.NOTHING, "accounts:remove", "home", "-y").endingIn(104),
          VerbUse.of(Start.NOTHING, "profile:allow").endingIn(104),
          VerbUse.of(Start.BROWSER, "login", "--browser", "none")
              .calling("POST", "/auth")
              .calling(GET, "/auth/cli/*")
              .calling(GET, ACCOUNT),
          VerbUse.of(Start.CREDENTIAL, "stores:move", "netrc", "netrc:~/moved", "--dry-run"),
          VerbUse.of(Start.CREDENTIAL, "stores:move", "netrc", "netrc:~/moved"),
          VerbUse.of(Start.MOVED, "stores:undo"),
          VerbUse.of(Start.CREDENTIAL, "stores:use", "netrc:~/moved", "--move"));

  private VerbRegistry() {}

  /** Every use of every verb. */
  public static List<VerbUse> uses() {
    return USES;
  }

  /** The verbs by name. */
  public static Set<String> verbs() {
    return USES.stream().map(VerbUse::verb).collect(Collectors.toUnmodifiableSet());
  }
}
