package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Stdin;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.authorizations.AuthorizationChange;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code authorizations:update}. */
@Command(
    name = "update",
    description = "Change an OAuth authorization's description or client.",
    footer = {
      "",
      "The client's secret is taken from stdin, never from an argument.",
      "",
      "Examples:",
      "  keyport authorizations:update deploy -d nightly",
      "  keyport authorizations:update ID --client-id ID --client-secret-stdin < secret.txt"
    })
public final class AuthorizationsUpdateVerb implements Verb {
  @Parameters(paramLabel = "ID", description = "Its id, or a description that only one has.")
  private String id = "";

  @Option(
      names = {"-d", "--description"},
      paramLabel = "TEXT",
      description = "The new description.")
  private @Nullable String description;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "The OAuth client it is to belong to; needs --client-secret-stdin.")
  private @Nullable String clientId;

  @Option(
      names = "--client-secret-stdin",
      description = "Take the client's secret from stdin, one line.")
  private boolean clientSecretStdin;

  // As the heroku CLI has it: known, so that it can be said what to use instead.
  @Option(names = "--client-secret", paramLabel = "SECRET", hidden = true)
  private @Nullable String clientSecret;

  /** With no options given. */
  public AuthorizationsUpdateVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    if (clientSecret != null) {
      throw new UsageException(
          "a client's secret is not taken as an argument, where others can see it; rotate this one",
          "pipe it in, with --client-secret-stdin");
    }
    if ((clientId != null) != clientSecretStdin) {
      throw new UsageException(
          "--client-id and --client-secret-stdin go together", "give both, or neither");
    }
    AuthorizationChange change =
        new AuthorizationChange(
            Optional.ofNullable(description),
            Optional.ofNullable(clientId).map(of -> client(use, of)));
    AuthorizationText.tell(use.manageAuthorizations().update(id, change), answer);
    return ExitStatus.DONE;
  }

  private static AuthorizationChange.Client client(KeyportComponent use, String id) {
    Secret secret = Stdin.read(use.invocation().streams().in(), "the client's secret");
    return new AuthorizationChange.Client(id, secret);
  }
}
