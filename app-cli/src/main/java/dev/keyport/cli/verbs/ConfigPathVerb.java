package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import picocli.CommandLine.Command;

/** {@code config:path}. */
@Command(
    name = "path",
    description = "Print where the configuration file is, or would be.",
    footer = {"", "KEYPORT_CONFIG names another.", "", "Examples:", "  keyport config:path"})
public final class ConfigPathVerb implements Verb {
  /** With no options given. */
  public ConfigPathVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    String place = use.manageSettings().place();
    if (answer.isJson()) {
      answer.document(new Json.Fields().put("file", place).map());
    } else {
      answer.line(place);
    }
    return ExitStatus.DONE;
  }
}
