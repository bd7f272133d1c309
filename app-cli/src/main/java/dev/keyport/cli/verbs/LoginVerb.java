package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.interaction.Interaction;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code login}. */
@Command(
    name = "login",
    description = "Log in, and store the token for the API and git.",
    footer = {
      "",
      "With no options the browser opens; another program's login is offered first.",
      "-i, --email and --expires-in ask for the password instead.",
      "A login in the browser has ten minutes, or what --timeout says if that is less.",
      "",
      "Examples:",
      "  keyport login",
      "  keyport login -i",
      "  keyport login --browser none",
      "  keyport login --sso acme",
      "  keyport login --email me@example.com --password-stdin < password.txt",
      "  keyport login --with-token < token.txt"
    })
public final class LoginVerb implements Verb {
  @Mixin private final LoginChoices choices = new LoginChoices();

  @Option(
      names = "--revoke-old",
      description = "End the token of the login that this one replaces; else it stays valid.")
  private boolean revokeOld;

  /** With no options given. */
  public LoginVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    choices.check();
    LoggedIn done = choices.logIn(use);
    Interaction person = use.invocation().person();
    person.tell(LoginChoices.stored(done));
    Optional<ReplacedLogin> replaced =
        done.replaced()
            .map(
                old ->
                    new ReplacedLogin(
                        old, revokeOld ? Optional.of(use.logIn().revoke(old)) : Optional.empty()));
    replaced.ifPresent(old -> old.tell(person));
    ReachNotes.tell(use, done);
    if (answer.isJson()) {
      answer.document(document(done, replaced));
    } else {
      answer.line("Logged in as " + done.account());
    }
    return ExitStatus.DONE;
  }

  private static Object document(LoggedIn done, Optional<ReplacedLogin> replaced) {
    List<String> hosts =
        done.saved().stream().map(CredentialId::host).map(Object::toString).toList();
    return new Json.Fields()
        .put("account", done.account())
        .put("store", done.store().toString())
        .put("hosts", hosts)
        .put("expires_at", done.expiresAt())
        .put("replaced", replaced.isPresent() ? replaced.get().document() : null)
        .map();
  }
}
