package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.wiring.KeyportComponent;
import picocli.CommandLine.Command;

/** {@code config}: {@code config:list} by another name. */
@Command(
    name = "config",
    description = "The settings in force, and where each comes from.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {
      ConfigListVerb.class,
      ConfigGetVerb.class,
      ConfigSetVerb.class,
      ConfigUnsetVerb.class,
      ConfigPathVerb.class
    },
    footer = {
      "",
      "What counts, the first that is there: a flag, the environment, the profile in use,",
      "the configuration file, the default.",
      "",
      "Examples:",
      "  keyport config",
      "  keyport config:set store keychain",
      "  keyport config:set profile.work.store netrc:~/work.netrc",
      "  keyport config:unset store"
    })
public final class ConfigVerb implements Verb {
  /** With no options given. */
  public ConfigVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    return new ConfigListVerb().run(use, answer);
  }
}
