package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code sessions}. */
@Command(
    name = "sessions",
    description = "List the account's logins in the browser.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {SessionsDestroyVerb.class},
    footer = {"", "Examples:", "  keyport sessions", "  keyport sessions --json"})
public final class SessionsVerb implements Verb {
  /** With no options given. */
  public SessionsVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<Session> all = use.manageSessions().list();
    if (answer.isJson()) {
      answer.document(all.stream().map(SessionsVerb::document).toList());
    } else if (all.isEmpty()) {
      use.invocation().person().tell("The account has no OAuth sessions.");
    } else {
      Rows.tell(use.invocation(), answer, all, 0, one -> List.of(one.description(), one.id()));
    }
    return ExitStatus.DONE;
  }

  static Map<String, @Nullable Object> document(Session session) {
    return new Json.Fields()
        .put("id", session.id())
        .put("description", session.description())
        .put("expires_in", session.expiresIn().map(Duration::toSeconds).orElse(null))
        .put("created_at", session.createdAt())
        .map();
  }
}
