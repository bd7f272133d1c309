package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.OAuthClient;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clients:create}. */
@Command(
    name = "create",
    description = "Register an OAuth client, and print its id and secret for a shell.",
    footer = {
      "",
      "Examples:",
      "  keyport clients:create dashboard https://dashboard.example.com/auth"
    })
public final class ClientsCreateVerb implements Verb {
  @Parameters(index = "0", paramLabel = "NAME", description = "What people are asked about.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "REDIRECT_URI",
      description = "Where they are sent afterwards: https, or http within a local network.")
  private String redirectUri = "";

  @Option(
      names = {"-s", "--shell"},
      description = "As without it; the heroku CLI has the option too.")
  private boolean shell;

  /** With no options given. */
  public ClientsCreateVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    ClientText.noShellWithJson(shell, answer);
    OAuthClient made = use.manageClients().create(name, redirectUri);
    ClientText.tell(made, true, Optional.empty(), answer);
    ClientText.requireArrived(made, "was made, and its secret did not arrive", answer);
    return ExitStatus.DONE;
  }
}
