package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Stdin;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.InteractiveLogIn;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The ways to log in, and how the person chooses among them. */
final class LoginChoices {
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

  /** What was stored where. */
  static String stored(LoggedIn done) {
    return "Stored in "
        + done.store()
        + " for "
        + done.saved().stream().map(id -> id.host().toString()).collect(Collectors.joining(" and "))
        + done.expiresAt().map(end -> ", valid until " + end).orElse("")
        + ".";
  }

  void check() {
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

  LoggedIn logIn(KeyportComponent use) {
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
}
