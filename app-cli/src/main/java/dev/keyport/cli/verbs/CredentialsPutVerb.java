package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Stdin;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.store.Saved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code credentials:put}. */
@Command(
    name = "put",
    description = "Store a password for a host.",
    footer = {
      "",
      "Examples:",
      "  keyport credentials:put example.com --login ann --password-stdin < password.txt"
    })
public final class CredentialsPutVerb implements Verb {
  @Parameters(paramLabel = "HOST", description = "The host.")
  private String host = "";

  @Option(names = "--login", required = true, paramLabel = "LOGIN", description = "Whose.")
  private String login = "";

  @Option(
      names = "--password-stdin",
      description = "Take the password from stdin, one line; else it is asked for.")
  private boolean passwordStdin;

  /** With no options given. */
  public CredentialsPutVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Host asked = Host.parse(host);
    CredentialId id = new CredentialId(asked, login);
    Interaction person = use.invocation().person();
    try (Secret password = password(use, person)) {
      Saved saved = use.manageCredentials().put(asked, login, password);
      saved.displaced().stream()
          .filter(old -> !old.login().equals(login))
          .forEach(old -> person.warn("it takes the place of the entry of " + old.id()));
    }
    if (answer.isJson()) {
      answer.document(CredentialDocument.of(id));
    } else {
      answer.line("Stored " + id + " in " + use.store().spec());
    }
    return ExitStatus.DONE;
  }

  private Secret password(KeyportComponent use, Interaction person) {
    if (passwordStdin) {
      return Stdin.read(use.invocation().streams().in(), "the password");
    }
    if (!person.canAsk()) {
      throw new UsageException(
          "the password can't be asked for: there is no terminal, or --no-input was given",
          "use --password-stdin");
    }
    return person.askSecret("Password for " + new CredentialId(Host.parse(host), login));
  }
}
