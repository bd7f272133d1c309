package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.error.UsageException;
import picocli.CommandLine.Command;

/** {@code 2fa:generate}, which the API has no call for. */
@Command(
    name = "generate",
    description = "Say where recovery codes are made: on the account page, not here.",
    footer = {"", "Ends in 2, always.", "", "Examples:", "  keyport 2fa:generate"})
public final class TwoFactorGenerateVerb implements Verb {
  /** With no options given. */
  public TwoFactorGenerateVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    throw new UsageException(
        "recovery codes can't be made from here: the API has no call for it",
        "make them in a browser, at https://dashboard.heroku.com/account");
  }
}
