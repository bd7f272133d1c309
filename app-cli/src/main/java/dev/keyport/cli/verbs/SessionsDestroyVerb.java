package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.EndedSession;
import dev.keyport.domain.authorizations.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sessions:destroy}. */
@Command(
    name = "destroy",
    description = "End a login in the browser: its tokens are dead at once.",
    footer = {
      "",
      "Where that is the login used here, it is said.",
      "",
      "Examples:",
      "  keyport sessions:destroy 01234567-89ab-cdef-0123-456789abcdef"
    })
public final class SessionsDestroyVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a description that only one has.")
  private String id = "";

  /** With no options given. */
  public SessionsDestroyVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    EndedSession done = use.manageSessions().destroy(id);
    Session ended = done.session();
    if (answer.isJson()) {
      answer.document(SessionsVerb.fields(ended).put("own", done.wasOwn()).map());
    } else {
      answer.line(("Destroyed " + ended.id() + " " + ended.description()).strip());
    }
    if (done.wasOwn()) {
      use.invocation()
          .person()
          .warn(
              "that was the login used here: its token is dead; log in again with: keyport login");
    }
    return ExitStatus.DONE;
  }
}
