package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.Account;
import picocli.CommandLine.Command;

/** {@code 2fa}. */
@Command(
    name = "2fa",
    aliases = "twofactor",
    description = "Show whether the account asks for a second factor.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {TwoFactorGenerateVerb.class, TwoFactorDisableVerb.class},
    footer = {"", "Examples:", "  keyport 2fa", "  keyport auth:2fa --json"})
public final class TwoFactorVerb implements Verb {
  /** With no options given. */
  public TwoFactorVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Account account = use.whoAmI().account();
    if (answer.isJson()) {
      answer.document(
          new Json.Fields()
              .put("account", account.email())
              .put("two_factor", account.twoFactor())
              .map());
    } else {
      answer.line(
          "Two-factor authentication is " + (account.twoFactor() ? "enabled" : "not enabled"));
    }
    return ExitStatus.DONE;
  }
}
