package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.io.TimeLeft;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
      Rows.tell(
          use.invocation(),
          answer,
          all,
          3,
          one -> List.of(one.id(), made(one), left(one), one.description()));
    }
    return ExitStatus.DONE;
  }

  private static String left(Session session) {
    return session.expiresIn().map(left -> "ends " + TimeLeft.of(session.expiresIn())).orElse("");
  }

  private static String made(Session session) {
    return session.createdAt().map(at -> "since " + day(at)).orElse("");
  }

  private static String day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static Map<String, @Nullable Object> document(Session session) {
    return fields(session).map();
  }

  static Json.Fields fields(Session session) {
    return new Json.Fields()
        .put("id", session.id())
        .put("description", session.description())
        .put("expires_in", session.expiresIn().map(Duration::toSeconds).orElse(null))
        .put("created_at", session.createdAt());
  }
}
