package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.apps.App;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code apps:info}. */
@Command(
    name = "info",
    description = "Show an app; where it wants a second factor, ask for the code.",
    footer = {"", "Examples:", "  keyport apps:info my-app"})
public final class AppsInfoVerb implements Verb {
  @Parameters(paramLabel = "NAME", description = "Its name or id.")
  private String name = "";

  /** With no options given. */
  public AppsInfoVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    App app = use.showApp().app(name);
    if (answer.isJson()) {
      answer.document(AppsVerb.document(app));
      return ExitStatus.DONE;
    }
    answer.line("Name:    " + app.name());
    answer.line("ID:      " + app.id());
    answer.line("Owner:   " + app.owner());
    answer.line("Region:  " + app.region());
    answer.line("Git URL: " + app.gitUrl());
    answer.line("Web URL: " + app.webUrl());
    return ExitStatus.DONE;
  }
}
