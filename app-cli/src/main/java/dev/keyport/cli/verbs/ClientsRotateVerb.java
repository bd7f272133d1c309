package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.OAuthClient;
import dev.keyport.domain.credential.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clients:rotate}. */
@Command(
    name = "rotate",
    description = "Give an OAuth client a new secret, and show it.",
    footer = {
      "",
      "The old secret is dead at once; tokens made with it go on working.",
      "",
      "Examples:",
      "  keyport clients:rotate dashboard",
      "  keyport clients:rotate dashboard --shell"
    })
public final class ClientsRotateVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a name that only one has.")
  private String id = "";

  @Option(
      names = {"-s", "--shell"},
      description = "Print id and secret as variables for a shell.")
  private boolean shell;

  /** With no options given. */
  public ClientsRotateVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    ClientText.noShellWithJson(shell, answer);
    OAuthClient rotated = use.manageClients().rotate(id);
    ClientText.tell(rotated, shell, rotated.secret().map(Secret::reveal), answer);
    ClientText.requireArrived(rotated, "has a new secret, which did not arrive", answer);
    return ExitStatus.DONE;
  }
}
