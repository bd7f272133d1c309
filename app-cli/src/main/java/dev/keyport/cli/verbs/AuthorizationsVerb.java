package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.Authorization;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code authorizations}. */
@Command(
    name = "authorizations",
    description = "List the account's OAuth authorizations; tokens are masked.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {
      AuthorizationsCreateVerb.class,
      AuthorizationsInfoVerb.class,
      AuthorizationsUpdateVerb.class,
      AuthorizationsRotateVerb.class,
      AuthorizationsRevokeVerb.class
    },
    footer = {
      "",
      "Those of logins in the browser are under sessions.",
      "",
      "Examples:",
      "  keyport authorizations",
      "  keyport authorizations --json"
    })
public final class AuthorizationsVerb implements Verb {
  /** With no options given. */
  public AuthorizationsVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<Authorization> all = use.manageAuthorizations().list();
    if (answer.isJson()) {
      answer.document(all.stream().map(AuthorizationText::document).toList());
    } else if (all.isEmpty()) {
      use.invocation().person().tell("The account has no OAuth authorizations.");
    } else {
      Rows.tell(
          use.invocation(),
          answer,
          all,
          2,
          one -> List.of(one.id(), String.join(",", one.scope()), one.description()));
    }
    return ExitStatus.DONE;
  }
}
