package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.io.Stdin;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.AuthorizedCalls;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
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
      "Examples:",
      "  keyport login -i",
      "  keyport login --email me@example.com --password-stdin < password.txt",
      "  keyport login --with-token < token.txt"
    })
public final class LoginVerb implements Verb {
  @Option(
      names = {"-i", "--interactive"},
      description = "Ask for email, password and second factor at the terminal (the default).")
  private boolean interactive;

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
      description = "How long the login lasts, as 8h or 30d. Default: 30d.")
  private @Nullable String expiresIn;

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
    done.replaced().ifPresent(replaced -> tellReplaced(person, replaced));
    ReachNotes.tell(use, done);
    if (answer.isJson()) {
      answer.document(document(done));
    } else {
      answer.line("Logged in as " + done.account());
    }
    return ExitStatus.DONE;
  }

  private void check() {
    if (withToken && (interactive || passwordStdin || email != null || otp != null)) {
      throw new UsageException(
          "--with-token stands alone: the token says whose it is", "leave the other options out");
    }
    if (withToken && expiresIn != null) {
      throw new UsageException(
          "--expires-in can't change a token that exists already", "leave --expires-in out");
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
    Optional<Duration> lasting =
        Optional.of(expiresIn == null ? AuthorizedCalls.DEFAULT_LOGIN : Durations.parse(expiresIn));
    if (email != null && passwordStdin) {
      return withPassword(use, email, lasting);
    }
    return use.interactiveLogIn().run(Optional.ofNullable(email), lasting);
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

  private static void tellReplaced(Interaction person, LoggedIn.Replaced replaced) {
    person.tell(
        "It takes the place of the login of "
            + replaced.account()
            + ", whose token is still valid"
            + replaced
                .authorizationId()
                .map(id -> " as authorization " + id + " of that account")
                .orElse("")
            + ".");
  }

  private static Object document(LoggedIn done) {
    List<String> hosts =
        done.saved().stream().map(CredentialId::host).map(Object::toString).toList();
    return new Json.Fields()
        .put("account", done.account())
        .put("store", done.store().toString())
        .put("hosts", hosts)
        .put("expires_at", done.expiresAt())
        .map();
  }
}
