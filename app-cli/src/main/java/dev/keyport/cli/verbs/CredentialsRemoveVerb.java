package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code credentials:remove}. */
@Command(
    name = "remove",
    description = "Remove what is stored for a host. Nothing there is no error.",
    footer = {
      "",
      "Examples:",
      "  keyport credentials:remove example.com",
      "  keyport credentials:remove example.com --login ann"
    })
public final class CredentialsRemoveVerb implements Verb {
  @Parameters(paramLabel = "HOST", description = "The host, or host:port.")
  private String host = "";

  @Option(names = "--login", paramLabel = "LOGIN", description = "Whose. Default: everybody's.")
  private @Nullable String login;

  /** With no options given. */
  public CredentialsRemoveVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Host asked = Host.parse(host);
    List<CredentialId> removed = use.manageCredentials().remove(asked, Optional.ofNullable(login));
    if (answer.isJson()) {
      answer.document(removed.stream().map(CredentialDocument::of).toList());
    } else {
      removed.forEach(id -> answer.line("Removed " + id));
      if (removed.isEmpty()) {
        use.invocation().person().tell(use.store().spec() + " has nothing for " + asked + ".");
      }
    }
    return ExitStatus.DONE;
  }
}
