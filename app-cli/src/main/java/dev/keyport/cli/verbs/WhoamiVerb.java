package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.Account;
import picocli.CommandLine.Command;

/** {@code whoami}. */
@Command(
    name = "whoami",
    description = "Show the account, as the API knows it.",
    footer = {"", "Examples:", "  keyport whoami", "  keyport whoami --json"})
public final class WhoamiVerb implements Verb {
  /** With no options given. */
  public WhoamiVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Notes.environmentToken(use);
    Account account = use.whoAmI().account();
    if (answer.isJson()) {
      answer.document(
          new Json.Fields()
              .put("account", account.email())
              .put("id", account.id())
              .put("two_factor", account.twoFactor())
              .map());
    } else {
      answer.line(account.email());
    }
    return ExitStatus.DONE;
  }
}
