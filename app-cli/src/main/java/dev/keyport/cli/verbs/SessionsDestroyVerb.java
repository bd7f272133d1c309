package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sessions:destroy}. */
@Command(
    name = "destroy",
    description = "End a login in the browser: its tokens are dead at once.",
    footer = {"", "Examples:", "  keyport sessions:destroy 01234567-89ab-cdef-0123-456789abcdef"})
public final class SessionsDestroyVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a description that only one has.")
  private String id = "";

  /** With no options given. */
  public SessionsDestroyVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Session ended = use.manageSessions().destroy(id);
    if (answer.isJson()) {
      answer.document(SessionsVerb.document(ended));
    } else {
      answer.line(("Destroyed " + ended.id() + " " + ended.description()).strip());
    }
    return ExitStatus.DONE;
  }
}
