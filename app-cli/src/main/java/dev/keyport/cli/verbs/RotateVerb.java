package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.auth.Revocation;
import dev.keyport.domain.auth.Rotated;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.Durations;
import dev.keyport.domain.token.EnvironmentToken;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code auth:rotate}. */
@Command(
    name = "rotate",
    description = "Put a new token in the place of the stored login's.",
    footer = {
      "",
      "The new one is made and stored first, then the old one is revoked. A token that",
      "was made elsewhere, and the account's default one, go on working.",
      "",
      "Examples:",
      "  keyport auth:rotate",
      "  keyport auth:rotate --expires-in 30d"
    })
public final class RotateVerb implements Verb {
  @Option(
      names = {"-e", "--expires-in"},
      paramLabel = "DURATION",
      description = "How long the login lasts from now on. Default: until it would have ended.")
  private @Nullable String expiresIn;

  /** With no options given. */
  public RotateVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Interaction person = use.invocation().person();
    if (use.invocation().machine().variable(EnvironmentToken.VARIABLE).isPresent()) {
      person.warn(
          EnvironmentToken.VARIABLE
              + " is set: its token stays in force; the stored login is what is rotated");
    }
    Rotated rotated = use.rotateLogin().run(Optional.ofNullable(expiresIn).map(Durations::parse));
    LoggedIn login = rotated.login();
    tell(person, rotated);
    if (answer.isJson()) {
      answer.document(document(rotated));
    } else {
      answer.line(
          "Rotated the login of "
              + login.account()
              + (rotated.before().stream().allMatch(Revocation.Revoked.class::isInstance)
                  ? "; the old token is revoked"
                  : ""));
    }
    return ExitStatus.DONE;
  }

  private static void tell(Interaction person, Rotated rotated) {
    LoggedIn login = rotated.login();
    person.tell(
        "Stored in "
            + login.store()
            + " for "
            + login.saved().stream()
                .map(id -> id.host().toString())
                .collect(Collectors.joining(" and "))
            + login.expiresAt().map(end -> ", valid until " + end).orElse("")
            + ".");
    rotated.before().forEach(old -> RevocationText.warnOfLeft(person, "the old token", old));
    rotated
        .left()
        .forEach(
            left ->
                person.warn(
                    left.store()
                        + " is not written to and still has the old token, as "
                        + left.id()
                        + ": remove it there"));
  }

  private static Object document(Rotated rotated) {
    LoggedIn login = rotated.login();
    return new Json.Fields()
        .put("account", login.account())
        .put("store", login.store().toString())
        .put("hosts", login.saved().stream().map(id -> id.host().toString()).toList())
        .put("expires_at", login.expiresAt())
        .put(
            "old",
            rotated.before().stream()
                .map(old -> RevocationText.fields(new Json.Fields(), old).map())
                .toList())
        .map();
  }
}
