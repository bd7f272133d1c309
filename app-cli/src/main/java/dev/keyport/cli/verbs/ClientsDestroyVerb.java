package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.OAuthClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code clients:destroy}. */
@Command(
    name = "destroy",
    description = "Remove an OAuth client, and the authorizations made through it.",
    footer = {"", "Examples:", "  keyport clients:destroy dashboard"})
public final class ClientsDestroyVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a name that only one has.")
  private String id = "";

  /** With no options given. */
  public ClientsDestroyVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    OAuthClient removed = use.manageClients().destroy(id);
    if (answer.isJson()) {
      answer.document(ClientText.document(removed));
    } else {
      answer.line("Destroyed " + removed.id() + " " + removed.name());
    }
    return ExitStatus.DONE;
  }
}
