package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.Authorization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code authorizations:rotate}. */
@Command(
    name = "rotate",
    description = "Give an OAuth authorization a new token, and show it: this once.",
    footer = {
      "",
      "The old token is dead at once. The stored login is renewed with auth:rotate.",
      "",
      "Examples:",
      "  keyport authorizations:rotate deploy"
    })
public final class AuthorizationsRotateVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a description that only one has.")
  private String id = "";

  /** With no options given. */
  public AuthorizationsRotateVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Authorization rotated = use.manageAuthorizations().rotate(id);
    AuthorizationText.tell(rotated, answer);
    answer.requireArrived(
        "authorization " + rotated.id() + " has a new token, which is lost",
        "make another with: keyport authorizations:rotate " + rotated.id());
    return ExitStatus.DONE;
  }
}
