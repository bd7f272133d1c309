package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.Authorization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code authorizations:revoke}. */
@Command(
    name = "revoke",
    aliases = "destroy",
    description = "End an OAuth authorization: its token is dead at once.",
    footer = {
      "",
      "The stored login is ended with logout.",
      "",
      "Examples:",
      "  keyport authorizations:revoke deploy"
    })
public final class AuthorizationsRevokeVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a description that only one has.")
  private String id = "";

  /** With no options given. */
  public AuthorizationsRevokeVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Authorization revoked = use.manageAuthorizations().revoke(id);
    if (answer.isJson()) {
      answer.document(AuthorizationText.document(revoked));
    } else {
      answer.line(("Revoked " + revoked.id() + " " + revoked.description()).strip());
    }
    return ExitStatus.DONE;
  }
}
