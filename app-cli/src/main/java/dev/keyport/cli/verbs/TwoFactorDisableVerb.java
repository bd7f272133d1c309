package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.error.UsageException;
import picocli.CommandLine.Command;

/** {@code 2fa:disable}, which the API has no call for. */
@Command(
    name = "disable",
    description = "Say where the second factor is turned off: on the account page, not here.",
    footer = {"", "Ends in 2, always.", "", "Examples:", "  keyport 2fa:disable"})
public final class TwoFactorDisableVerb implements Verb {
  /** With no options given. */
  public TwoFactorDisableVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    throw new UsageException(
        "the second factor can't be turned off from here: the API has no call for it",
        "turn it off in a browser, at https://dashboard.heroku.com/account");
  }
}
