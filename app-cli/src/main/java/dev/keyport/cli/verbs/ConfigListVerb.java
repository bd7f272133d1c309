package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Table;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.settings.ResolvedSetting;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code config:list}. */
@Command(
    name = "list",
    description = "List every setting that has a value, and where it comes from.",
    footer = {
      "",
      "With a wrong value among them it ends in 2, once all are listed.",
      "",
      "Examples:",
      "  keyport config:list",
      "  keyport config:list --profile work",
      "  keyport config:list --json"
    })
public final class ConfigListVerb implements Verb {
  /** With no options given. */
  public ConfigListVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<ResolvedSetting> settings = use.manageSettings().list();
    if (answer.isJson()) {
      answer.document(settings.stream().map(SettingText::document).toList());
    } else {
      Table.of(
              settings.stream()
                  .map(set -> List.of(set.key().key(), set.value(), SettingText.from(set.source())))
                  .toList())
          .forEach(answer::line);
    }
    settings.forEach(use.manageSettings()::check);
    return ExitStatus.DONE;
  }
}
