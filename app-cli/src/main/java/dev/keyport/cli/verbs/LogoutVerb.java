package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.LogOut;
import dev.keyport.domain.auth.LoggedOut;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.token.EnvironmentToken;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code logout}. */
@Command(
    name = "logout",
    description = "Revoke what the login created, and remove it from the store.",
    footer = {"", "Examples:", "  keyport logout", "  keyport logout --local"})
public final class LogoutVerb implements Verb {
  @Option(names = "--all", description = "Every login stored for the API and git hosts.")
  private boolean all;

  @Option(names = "--local", description = "Only remove from the store; revoke nothing.")
  private boolean local;

  /** With no options given. */
  public LogoutVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Interaction person = use.invocation().person();
    List<LoggedOut> ended = use.logOut().run(all ? LogOut.Scope.ALL : LogOut.Scope.CURRENT, !local);
    ended.forEach(
        one -> RevocationText.warnOfLeft(person, "the token of " + name(one), one.revocation()));
    if (use.invocation().machine().variable(EnvironmentToken.VARIABLE).isPresent()) {
      person.warn(
          EnvironmentToken.VARIABLE
              + " is still set: its token stays in force and was not revoked");
    }
    if (answer.isJson()) {
      answer.document(ended.stream().map(LogoutVerb::document).toList());
    } else if (ended.isEmpty()) {
      person.tell("Nobody was logged in: " + use.store().spec() + " has no login.");
    } else {
      ended.forEach(
          one -> answer.line("Logged out " + name(one) + RevocationText.outcome(one.revocation())));
    }
    return ExitStatus.DONE;
  }

  private static String name(LoggedOut one) {
    return one.account().isEmpty() ? "an entry without a login" : one.account();
  }

  private static Map<String, @Nullable Object> document(LoggedOut one) {
    Json.Fields fields =
        new Json.Fields()
            .put("account", one.account())
            .put(
                "hosts", one.removed().stream().map(removed -> removed.host().toString()).toList());
    return RevocationText.fields(fields, one.revocation()).map();
  }
}
