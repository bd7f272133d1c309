package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.token.FoundToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code auth:token}. */
@Command(
    name = "token",
    description = "Print the token in force.",
    footer = {
      "",
      "Examples:",
      "  keyport auth:token",
      "  keyport auth:token --check",
      "  keyport auth:token --host git.heroku.com"
    })
public final class TokenVerb implements Verb {
  @Option(names = "--host", paramLabel = "HOST", description = "The host it is for.")
  private @Nullable String host;

  @Option(names = "--check", description = "Ask the API first; end in 101 when it refuses.")
  private boolean check;

  /** With no options given. */
  public TokenVerb() {}

  /** For the host given. */
  public TokenVerb(Optional<String> host) {
    this.host = host.orElse(null);
  }

  @Override
  public int run(KeyportComponent use, Answer answer) {
    if (check && host != null) {
      throw new UsageException("--check asks the API, which only its own host's token is for");
    }
    Notes.environmentToken(use);
    FoundToken found =
        check
            ? use.showToken().checked()
            : use.showToken().of(Optional.ofNullable(host).map(Host::parse));
    if (answer.isJson()) {
      answer.document(
          new Json.Fields()
              .put("token", found.token().reveal())
              .put("account", found.account())
              .put("source", found.origin().toString())
              .put("expires_at", found.expiresAt())
              .map());
    } else {
      answer.secret(found.token());
    }
    return ExitStatus.DONE;
  }
}
