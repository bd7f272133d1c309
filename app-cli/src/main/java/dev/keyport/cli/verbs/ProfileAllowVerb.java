package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.settings.ResolvedSetting;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code profile:allow}. */
@Command(
    name = "allow",
    description = "Let this folder's .keyport choose the profile.",
    footer = {
      "",
      ".keyport has one line: profile = NAME. It counts for this folder and those below it, as",
      "long as it stays as it is. It can choose a profile of the settings and nothing else.",
      "",
      "Examples:",
      "  keyport profile:allow",
      "  keyport profile:allow --remove"
    })
public final class ProfileAllowVerb implements Verb {
  @Option(names = "--remove", description = "Take that back.")
  private boolean remove;

  /** With no options given. */
  public ProfileAllowVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Json.Fields fields = new Json.Fields();
    if (remove) {
      Optional<String> file = use.manageSettings().forbidFolder();
      fields.put("file", file).put("profile", null).put("allowed", false);
      use.invocation()
          .person()
          .tell(file.map(f -> f + " is not allowed any more.").orElse("It was not allowed."));
    } else {
      ResolvedSetting choice = use.manageSettings().allowFolder();
      fields.put("file", choice.source()).put("profile", choice.value()).put("allowed", true);
      use.invocation().person().tell(choice.source() + " chooses profile " + choice.value() + ".");
    }
    if (answer.isJson()) {
      answer.document(fields.map());
    }
    return ExitStatus.DONE;
  }
}
