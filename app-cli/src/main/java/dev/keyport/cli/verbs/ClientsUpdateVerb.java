package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.ClientChange;
import dev.keyport.domain.authorizations.OAuthClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clients:update}. */
@Command(
    name = "update",
    description = "Change an OAuth client's name or redirect URI.",
    footer = {
      "",
      "Examples:",
      "  keyport clients:update dashboard --name board",
      "  keyport clients:update dashboard --url https://board.example.com/auth"
    })
public final class ClientsUpdateVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a name that only one has.")
  private String id = "";

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME",
      description = "The new name.")
  private @Nullable String name;

  @Option(names = "--url", paramLabel = "URI", description = "The new redirect URI.")
  private @Nullable String redirectUri;

  /** With no options given. */
  public ClientsUpdateVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    ClientChange change =
        new ClientChange(Optional.ofNullable(name), Optional.ofNullable(redirectUri));
    OAuthClient updated = use.manageClients().update(id, change);
    if (answer.isJson()) {
      answer.document(ClientText.document(updated));
    } else {
      answer.line("Updated " + updated.id() + " " + updated.name());
    }
    return ExitStatus.DONE;
  }
}
