package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Logs in at the terminal: offers to take over another program's login where nobody is logged in,
 * else asks for email, password and, where needed, the second factor. An account that takes no
 * password here is offered a login in the browser.
 */
public final class InteractiveLogIn {
  private static final int TRIES = 3;

  /** How long a login lasts where nobody said: Heroku's own default. */
  public static final Duration DEFAULT_TIME = Duration.ofDays(30);

  // The API's names for a wrong password and for a wrong or used code.
  private static final Set<String> MISTYPED = Set.of("unauthorized", "invalid_two_factor_code");
  // And for an account that takes no password, or none from a device that it doesn't know.
  private static final Set<String> NO_PASSWORD = Set.of("mfa_required", "device_trust_required");

  private final LogIn logIn;
  private final BrowserLogIn browser;
  private final Interaction person;
  private final CredentialOffer offer;
  private final String description;

  /**
   * @param logIn does the login
   * @param browser does it where no password is taken
   * @param person is asked
   * @param offer another program's login
   * @param description what the authorization is called in the account's list
   */
  public InteractiveLogIn(
      LogIn logIn,
      BrowserLogIn browser,
      Interaction person,
      CredentialOffer offer,
      String description) {
    this.logIn = logIn;
    this.browser = browser;
    this.person = person;
    this.offer = offer;
    this.description = description;
  }

  /**
   * Asks and logs in; a wrong password or code may be given anew, three times in all. No other
   * program's login is offered where a time is asked for: it lasts as long as it does there.
   *
   * @param email the account, if it is known already; else it is asked for
   * @param expiresIn how long the login lasts; empty for {@link #DEFAULT_TIME}
   * @throws UsageException when nobody can be asked
   * @throws ApiException.Rejected when the third try is wrong too
   */
  public LoggedIn run(Optional<String> email, Optional<Duration> expiresIn) {
    Optional<String> current = logIn.prepare();
    if (!person.canAsk()) {
      throw new UsageException(
          "email and password can't be asked for: there is no terminal, or --no-input was given",
          "use --email with --password-stdin, or --with-token");
    }
    Optional<LoggedIn> taken =
        current.isEmpty() && expiresIn.isEmpty()
            ? new TakenOver(offer, logIn, person).offered(email)
            : Optional.empty();
    return taken.orElseGet(
        () ->
            withPassword(
                email.orElseGet(() -> askEmail(current)),
                Optional.of(expiresIn.orElse(DEFAULT_TIME)),
                expiresIn.isPresent()));
  }

  private LoggedIn withPassword(
      String account, Optional<Duration> expiresIn, boolean timeAskedFor) {
    try {
      return withPassword(account, expiresIn);
    } catch (ApiException.Forbidden e) {
      if (e.failure().errorId().filter(NO_PASSWORD::contains).isEmpty() || !browser.isPossible()) {
        throw e;
      }
      person.warn(e.failure().message());
      String lasting = timeAskedFor ? ", which lasts as long as the login service says" : "";
      if (!person.confirm("Log in with the browser instead" + lasting + "?", true)) {
        throw e;
      }
      LoggedIn done = browser.run(new BrowserChoice.Usual());
      if (!done.account().equalsIgnoreCase(account)) {
        person.warn("the browser is logged in as " + done.account() + ", not as " + account);
      }
      return done;
    }
  }

  private LoggedIn withPassword(String account, Optional<Duration> expiresIn) {
    for (int tried = 1; ; tried++) {
      try (Secret password = person.askSecret("Password")) {
        return withPassword(
            new PasswordLogin(account, password, Optional.empty(), description, expiresIn));
      } catch (WrongPassword e) {
        if (tried == TRIES) {
          throw e.refusal;
        }
        person.warn(e.refusal.failure().message());
      }
    }
  }

  private String askEmail(Optional<String> current) {
    for (int tried = 1; ; tried++) {
      String email = person.ask("Email", current);
      if (!email.isEmpty()) {
        return email;
      }
      if (tried == TRIES) {
        throw new UsageException("no email was given", "give it with --email");
      }
    }
  }

  private LoggedIn withPassword(PasswordLogin asked) throws WrongPassword {
    try {
      return logIn.withPassword(asked);
    } catch (ApiException.TwoFactorRequired e) {
      return withSecondFactor(asked);
    } catch (ApiException.Rejected e) {
      if (!mayBeMistyped(e)) {
        throw e;
      }
      throw new WrongPassword(e);
    }
  }

  private LoggedIn withSecondFactor(PasswordLogin asked) {
    for (int tried = 1; ; tried++) {
      try (Secret code = person.askSecret("Two-factor code")) {
        return logIn.withPassword(asked.withSecondFactor(code));
      } catch (ApiException.Rejected e) {
        if (tried == TRIES || !mayBeMistyped(e)) {
          throw e;
        }
        person.warn(e.failure().message());
      }
    }
  }

  /** Whether typing it again can help; not where the device is refused, say. */
  private static boolean mayBeMistyped(ApiException.Rejected refusal) {
    return refusal.failure().errorId().map(MISTYPED::contains).orElse(true);
  }

  /** Told apart from a wrong code, which is asked for again without the password. */
  private static final class WrongPassword extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1L;

    private final transient ApiException.Rejected refusal;

    WrongPassword(ApiException.Rejected refusal) {
      super(refusal);
      this.refusal = refusal;
    }
  }
}
