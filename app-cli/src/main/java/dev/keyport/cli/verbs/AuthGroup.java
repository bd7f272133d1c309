package dev.keyport.cli.verbs;

import picocli.CommandLine.Command;

/** The verbs about the login and its token. */
@Command(
    name = "auth",
    description = "The login and its token.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      TokenVerb.class,
      StatusVerb.class,
      RotateVerb.class,
      TwoFactorVerb.class,
      LoginVerb.class,
      LogoutVerb.class,
      WhoamiVerb.class
    })
public final class AuthGroup {}
