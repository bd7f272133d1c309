package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.OAuthClient;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code clients}. */
@Command(
    name = "clients",
    description = "List the account's OAuth clients, without their secrets.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {
      ClientsCreateVerb.class,
      ClientsInfoVerb.class,
      ClientsUpdateVerb.class,
      ClientsRotateVerb.class,
      ClientsDestroyVerb.class
    },
    footer = {"", "Examples:", "  keyport clients", "  keyport clients --json"})
public final class ClientsVerb implements Verb {
  /** With no options given. */
  public ClientsVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<OAuthClient> all = use.manageClients().list();
    if (answer.isJson()) {
      answer.document(all.stream().map(ClientText::document).toList());
    } else if (all.isEmpty()) {
      use.invocation().person().tell("The account has no OAuth clients.");
    } else {
      Rows.tell(
          use.invocation(),
          answer,
          all,
          2,
          one -> List.of(one.name(), one.id(), one.redirectUri()));
    }
    return ExitStatus.DONE;
  }
}
