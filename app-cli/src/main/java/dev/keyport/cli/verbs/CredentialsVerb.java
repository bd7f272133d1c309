package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Table;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.credential.CredentialId;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code credentials}. */
@Command(
    name = "credentials",
    description = "List what is in the store, for every host; never secrets.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {CredentialsGetVerb.class, CredentialsPutVerb.class, CredentialsRemoveVerb.class},
    footer = {
      "",
      "Examples:",
      "  keyport credentials",
      "  keyport credentials:get example.com",
      "  keyport credentials --store netrc:/path/to/file"
    })
public final class CredentialsVerb implements Verb {
  /** With no options given. */
  public CredentialsVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<CredentialId> ids = use.manageCredentials().list();
    if (answer.isJson()) {
      answer.document(ids.stream().map(CredentialDocument::of).toList());
    } else if (ids.isEmpty()) {
      use.invocation().person().tell(use.store().spec() + " has no credentials.");
    } else {
      Table.of(ids.stream().map(id -> List.of(id.host().toString(), id.login())).toList())
          .forEach(answer::line);
    }
    return ExitStatus.DONE;
  }
}
