package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code config:set}. */
@Command(
    name = "set",
    description = "Set a setting in the configuration file.",
    footer = {
      "",
      "The value is checked first. The file keeps its comments and order.",
      "Settings: profile, store, host, api-url, git-host, login-host, organization, sso-url,",
      "timeout, color, browser, expires-in; in a profile also account.",
      "",
      "Examples:",
      "  keyport config:set timeout 10s",
      "  keyport config:set profile.work.host work.example.com"
    })
public final class ConfigSetVerb implements Verb {
  @Parameters(index = "0", paramLabel = "KEY", description = "The setting, or profile.NAME.KEY.")
  private String key = "";

  @Parameters(index = "1", paramLabel = "VALUE", description = "What it is to be.")
  private String value = "";

  /** With no options given. */
  public ConfigSetVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Optional<String> before = use.manageSettings().set(key, value);
    if (answer.isJson()) {
      answer.document(
          new Json.Fields()
              .put("key", key)
              .put("value", value.strip())
              .put("before", before)
              .put("file", use.manageSettings().place())
              .map());
    } else {
      use.invocation().person().tell("Set in " + use.manageSettings().place() + ".");
    }
    return ExitStatus.DONE;
  }
}
