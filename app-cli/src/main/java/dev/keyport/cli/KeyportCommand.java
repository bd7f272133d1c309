package dev.keyport.cli;

import dev.keyport.cli.verbs.AccountsVerb;
import dev.keyport.cli.verbs.AppsVerb;
import dev.keyport.cli.verbs.AuthGroup;
import dev.keyport.cli.verbs.AuthorizationsVerb;
import dev.keyport.cli.verbs.ClientsVerb;
import dev.keyport.cli.verbs.ConfigVerb;
import dev.keyport.cli.verbs.CredentialsVerb;
import dev.keyport.cli.verbs.DoctorVerb;
import dev.keyport.cli.verbs.KeysVerb;
import dev.keyport.cli.verbs.LoginVerb;
import dev.keyport.cli.verbs.LogoutVerb;
import dev.keyport.cli.verbs.ProfileGroup;
import dev.keyport.cli.verbs.SessionsVerb;
import dev.keyport.cli.verbs.StoresVerb;
import dev.keyport.cli.verbs.TwoFactorVerb;
import dev.keyport.cli.verbs.WhoamiVerb;
import dev.keyport.cli.wiring.GlobalOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The root of the command line. */
@Command(
    name = "keyport",
    description = "Log in once; every developer tool has the credential.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      LoginVerb.class,
      LogoutVerb.class,
      WhoamiVerb.class,
      AuthGroup.class,
      AppsVerb.class,
      KeysVerb.class,
      AuthorizationsVerb.class,
      SessionsVerb.class,
      ClientsVerb.class,
      TwoFactorVerb.class,
      CredentialsVerb.class,
      StoresVerb.class,
      DoctorVerb.class,
      ConfigVerb.class,
      AccountsVerb.class,
      ProfileGroup.class,
      KeyportCommand.Version.class,
      KeyportCommand.Help.class
    },
    footer = {
      "",
      "A verb of a group is written auth:token or auth token.",
      "keyport help VERB tells more of one."
    })
final class KeyportCommand {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  boolean isVersionAsked() {
    return version;
  }

  GlobalOptions options() {
    return options;
  }

  /** Shows the version. */
  @Command(
      name = "version",
      description = "Show the version.",
      footer = {"", "Examples:", "  keyport version", "  keyport version --json"})
  static final class Version {}

  /** Shows help. */
  @Command(
      name = "help",
      description = "Show help for a verb.",
      footer = {"", "Examples:", "  keyport help login", "  keyport help auth:token"})
  static final class Help {
    @Parameters(
        arity = "0..*",
        paramLabel = "VERB",
        description = "The verb, as auth:token or auth token.")
    private String @Nullable [] path;

    String[] path() {
      return path == null ? new String[0] : path;
    }
  }
}
