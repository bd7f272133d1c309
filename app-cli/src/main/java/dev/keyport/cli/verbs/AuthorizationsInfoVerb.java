package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code authorizations:info}. */
@Command(
    name = "info",
    description = "Show an OAuth authorization; its token is masked.",
    footer = {"", "Examples:", "  keyport authorizations:info deploy"})
public final class AuthorizationsInfoVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a description that only one has.")
  private String id = "";

  /** With no options given. */
  public AuthorizationsInfoVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    AuthorizationText.tell(use.manageAuthorizations().info(id), answer);
    return ExitStatus.DONE;
  }
}
