package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.auth.NewAuthorization;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code authorizations:create}. */
@Command(
    name = "create",
    description = "Make an OAuth authorization, and show its token: this once.",
    footer = {
      "",
      AuthorizationsCreateVerb.SCOPES,
      "",
      "Examples:",
      "  keyport authorizations:create -d deploy -s write -e 8h",
      "  keyport authorizations:create --short"
    })
public final class AuthorizationsCreateVerb implements Verb {
  static final String SCOPES =
      "The scopes are: global, identity, read, write, read-protected, write-protected.";

  @Option(
      names = {"-d", "--description"},
      paramLabel = "TEXT",
      description = "What it is called in the account's list.")
  private String description = "";

  @Option(
      names = {"-s", "--scope"},
      paramLabel = "SCOPE",
      split = ",",
      description = "What its token may do; several with commas. Default: global.")
  private @Nullable List<String> scope;

  @Option(
      names = {"-e", "--expires-in"},
      paramLabel = "DURATION",
      description = "How long it lasts, as 8h or 30d, or in seconds. Default: no end.")
  private @Nullable String expiresIn;

  @Option(
      names = {"-S", "--short"},
      description = "Print the token alone.")
  private boolean tokenAlone;

  /** With no options given. */
  public AuthorizationsCreateVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    if (tokenAlone && answer.isJson()) {
      throw new UsageException("--short and --json exclude each other", "leave one of them out");
    }
    NewAuthorization wanted =
        new NewAuthorization(
            description,
            scope == null ? List.of() : scope,
            Optional.ofNullable(expiresIn).map(AuthorizationsCreateVerb::lasting));
    Authorization made = create(use, wanted);
    if (tokenAlone) {
      made.token().ifPresent(answer::secret);
    } else {
      AuthorizationText.tell(made, answer);
    }
    answer.requireArrived(
        "authorization " + made.id() + " was made, and its token is lost",
        "revoke it with: keyport authorizations:revoke " + made.id());
    return ExitStatus.DONE;
  }

  private Authorization create(KeyportComponent use, NewAuthorization wanted) {
    try {
      return use.manageAuthorizations().create(wanted);
    } catch (ApiException.Invalid e) {
      throw scope == null ? e : e.withHint(SCOPES);
    }
  }

  /** A duration with its unit, or a bare number of seconds as the heroku CLI takes it. */
  private static Duration lasting(String text) {
    boolean bare = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return Durations.parse(bare ? text + "s" : text);
  }
}
