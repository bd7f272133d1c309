package dev.keyport.cli.verbs;

import picocli.CommandLine.Command;

/** The verbs of {@code profile:}. */
@Command(
    name = "profile",
    description = "Let a folder choose a profile.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {ProfileAllowVerb.class})
public final class ProfileGroup {}
