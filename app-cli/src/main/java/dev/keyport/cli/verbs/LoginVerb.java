package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.io.Stdin;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.InteractiveLogIn;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code login}. */
@Command(
    name = "login",
    description = "Log in, and store the token for the API and git.",
    footer = {
      "",
      "With no options the browser opens; another program's login is offered first.",
      "-i, --email and --expires-in ask for the password instead.",
      "A login in the browser has ten minutes, or what --timeout says if that is less.",
      "",
      "Examples:",
      "  keyport login",
      "  keyport login -i",
      "  keyport login --browser none",
      "  keyport login --sso acme",
      "  keyport login --email me@example.com --password-stdin < password.txt",
      "  keyport login --with-token < token.txt"
    })
public final class LoginVerb implements Verb {
  private static final String NO_BROWSER = "none";

  @Option(
      names = {"-i", "--interactive"},
      description = "Ask for email, password and second factor at the terminal.")
  private boolean interactive;

  @Option(
      names = "--browser",
      paramLabel = "NAME",
      description = {
        "Log in with this browser; none prints the link and waits.",
        "Default: what BROWSER names, or the system's own."
      })
  private @Nullable String browser;

  @Option(
      names = "--sso",
      paramLabel = "ORG",
      arity = "0..1",
      fallbackValue = "",
      description = {
        "Log in on the single sign-on page of an organization, and paste the token it shows.",
        "Default: HEROKU_ORGANIZATION. SSO_URL names another page."
      })
  private @Nullable String sso;

  @Option(names = "--email", paramLabel = "EMAIL", description = "The account to log in to.")
  private @Nullable String email;

  @Option(
      names = "--password-stdin",
      description = "Take the password from stdin, one line; needs --email.")
  private boolean passwordStdin;

  @Option(
      names = "--otp",
      paramLabel = "CODE",
      description = "The second factor's code, with --password-stdin. It works once.")
  private @Nullable String otp;

  @Option(
      names = "--with-token",
      description = "Take an API token from stdin, or ask for it, in place of a password.")
  private boolean withToken;

  @Option(
      names = {"-e", "--expires-in"},
      paramLabel = "DURATION",
      description = "How long a login by password lasts, as 8h or 30d. Default: 30d.")
  private @Nullable String expiresIn;

  @Option(
      names = "--revoke-old",
      description = "End the token of the login that this one replaces; else it stays valid.")
  private boolean revokeOld;

  /** With no options given. */
  public LoginVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    check();
    LoggedIn done = logIn(use);
    Interaction person = use.invocation().person();
    person.tell(
        "Stored in "
            + done.store()
            + " for "
            + done.saved().stream()
                .map(id -> id.host().toString())
                .collect(Collectors.joining(" and "))
            + done.expiresAt().map(end -> ", valid until " + end).orElse("")
            + ".");
    Optional<ReplacedLogin> replaced =
        done.replaced()
            .map(
                old ->
                    new ReplacedLogin(
                        old, revokeOld ? Optional.of(use.logIn().revoke(old)) : Optional.empty()));
    replaced.ifPresent(old -> old.tell(person));
    ReachNotes.tell(use, done);
    if (answer.isJson()) {
      answer.document(document(done, replaced));
    } else {
      answer.line("Logged in as " + done.account());
    }
    return ExitStatus.DONE;
  }

  private void check() {
    boolean byPassword = interactive || passwordStdin || email != null || otp != null;
    if (withToken && (byPassword || browser != null || sso != null)) {
      throw new UsageException(
          "--with-token stands alone: the token says whose it is", "leave the other options out");
    }
    if (byPassword && (browser != null || sso != null)) {
      throw new UsageException(
          (sso != null ? "--sso" : "--browser")
              + " takes no email, password or code: they are given in the browser",
          "leave one or the other out");
    }
    if (expiresIn != null && (withToken || browser != null || sso != null)) {
      throw new UsageException(
          withToken
              ? "--expires-in can't change a token that exists already"
              : "how long a login in the browser lasts is not for --expires-in to say",
          withToken ? "leave --expires-in out" : "leave --expires-in out, or log in with -i");
    }
    if (browser != null && browser.isBlank()) {
      throw new UsageException("--browser needs a name", "name a browser, or none");
    }
    if (passwordStdin && interactive) {
      throw new UsageException(
          "--password-stdin and --interactive exclude each other", "leave one of them out");
    }
    if (passwordStdin && email == null) {
      throw new UsageException("--password-stdin needs --email", "add --email ADDRESS");
    }
    if (otp != null && !passwordStdin) {
      throw new UsageException(
          "--otp goes with --password-stdin; at the terminal the code is asked for",
          "leave --otp out, or add --email ADDRESS --password-stdin");
    }
  }

  private LoggedIn logIn(KeyportComponent use) {
    if (withToken) {
      return withToken(use);
    }
    if (sso != null) {
      return use.ssoLogIn().run(Optional.of(sso).filter(name -> !name.isEmpty()), browser());
    }
    if (browser != null) {
      return use.browserLogIn().run(browser());
    }
    Optional<Duration> asked = Optional.ofNullable(expiresIn).map(Durations::parse);
    Optional<Duration> lasting = asked.or(() -> use.invocation().preferences().expiresIn());
    if (email != null && passwordStdin) {
      return withPassword(use, email, Optional.of(lasting.orElse(InteractiveLogIn.DEFAULT_TIME)));
    }
    if (interactive || email != null || asked.isPresent()) {
      return use.interactiveLogIn().run(Optional.ofNullable(email), lasting);
    }
    return use.usualLogIn().run(Optional.empty());
  }

  private BrowserChoice browser() {
    if (browser == null) {
      return new BrowserChoice.Usual();
    }
    return browser.equals(NO_BROWSER) ? new BrowserChoice.None() : new BrowserChoice.Named(browser);
  }

  private LoggedIn withPassword(KeyportComponent use, String account, Optional<Duration> lasting) {
    use.logIn().prepare();
    Optional<Secret> code = Optional.ofNullable(otp).map(Secret::of);
    try (Secret password = Stdin.read(use.invocation().streams().in(), "the password")) {
      return use.logIn()
          .withPassword(new PasswordLogin(account, password, code, use.description(), lasting));
    } catch (ApiException.TwoFactorRequired e) {
      throw e.withHint("add --otp CODE, or log in at a terminal with: keyport login -i");
    }
  }

  private static LoggedIn withToken(KeyportComponent use) {
    use.logIn().prepare();
    Interaction person = use.invocation().person();
    Secret token =
        person.canAsk()
            ? person.askSecret("API token")
            : Stdin.read(use.invocation().streams().in(), "the API token");
    try (token) {
      return use.logIn().withToken(token);
    }
  }

  private static Object document(LoggedIn done, Optional<ReplacedLogin> replaced) {
    List<String> hosts =
        done.saved().stream().map(CredentialId::host).map(Object::toString).toList();
    return new Json.Fields()
        .put("account", done.account())
        .put("store", done.store().toString())
        .put("hosts", hosts)
        .put("expires_at", done.expiresAt())
        .put("replaced", replaced.isPresent() ? replaced.get().document() : null)
        .map();
  }
}
