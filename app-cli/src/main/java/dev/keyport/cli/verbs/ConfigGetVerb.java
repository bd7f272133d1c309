package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.settings.ResolvedSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code config:get}. */
@Command(
    name = "get",
    description = "Print a setting's value in force, the default too.",
    footer = {
      "",
      "It ends in 104 where the setting has no value and no default. With --json it also says",
      "where the value comes from.",
      "",
      "Examples:",
      "  keyport config:get store",
      "  keyport config:get profile.work.account",
      "  keyport config:get timeout --json"
    })
public final class ConfigGetVerb implements Verb {
  @Parameters(paramLabel = "KEY", description = "The setting, or profile.NAME.KEY.")
  private String key = "";

  /** With no options given. */
  public ConfigGetVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    ResolvedSetting found = use.manageSettings().get(key);
    if (answer.isJson()) {
      answer.document(SettingText.document(found));
    } else {
      answer.line(found.value());
    }
    return ExitStatus.DONE;
  }
}
