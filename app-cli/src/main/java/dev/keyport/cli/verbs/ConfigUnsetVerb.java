package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code config:unset}. */
@Command(
    name = "unset",
    description = "Take a setting out of the configuration file.",
    footer = {
      "",
      "That it isn't there is no error. A key that is no setting can be taken out too.",
      "",
      "Examples:",
      "  keyport config:unset store",
      "  keyport config:unset profile.work.host"
    })
public final class ConfigUnsetVerb implements Verb {
  @Parameters(paramLabel = "KEY", description = "The setting, or profile.NAME.KEY.")
  private String key = "";

  /** With no options given. */
  public ConfigUnsetVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Optional<String> before = use.manageSettings().unset(key);
    if (answer.isJson()) {
      answer.document(
          new Json.Fields()
              .put("key", key)
              .put("before", before)
              .put("file", use.manageSettings().place())
              .map());
    } else {
      use.invocation()
          .person()
          .tell(
              before.isPresent()
                  ? "Taken out of " + use.manageSettings().place() + "."
                  : "It was not set in " + use.manageSettings().place() + ".");
    }
    return ExitStatus.DONE;
  }
}
