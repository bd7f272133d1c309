package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.OAuthClient;
import dev.keyport.domain.credential.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clients:info}. */
@Command(
    name = "info",
    description = "Show an OAuth client; its secret with --shell or --json.",
    footer = {
      "",
      "Examples:",
      "  keyport clients:info dashboard",
      "  keyport clients:info dashboard --shell"
    })
public final class ClientsInfoVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a name that only one has.")
  private String id = "";

  @Option(
      names = {"-s", "--shell"},
      description = "Print id and secret as variables for a shell.")
  private boolean shell;

  /** With no options given. */
  public ClientsInfoVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    ClientText.noShellWithJson(shell, answer);
    OAuthClient client = use.manageClients().info(id);
    ClientText.tell(client, shell, client.secret().map(secret -> Secret.MASK), answer);
    return ExitStatus.DONE;
  }
}
