package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.apps.App;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code apps}. */
@Command(
    name = "apps",
    description = "List the apps the account can see.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {AppsInfoVerb.class},
    footer = {"", "Examples:", "  keyport apps", "  keyport apps --json"})
public final class AppsVerb implements Verb {
  /** With no options given. */
  public AppsVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<App> apps = use.listApps().apps();
    if (answer.isJson()) {
      answer.document(apps.stream().map(AppsVerb::document).toList());
    } else if (apps.isEmpty()) {
      use.invocation().person().tell("The account has no apps.");
    } else {
      Rows.tell(
          use.invocation(), answer, apps, 2, app -> List.of(app.name(), app.region(), app.owner()));
    }
    return ExitStatus.DONE;
  }

  static Map<String, @Nullable Object> document(App app) {
    return new Json.Fields()
        .put("id", app.id())
        .put("name", app.name())
        .put("owner", app.owner())
        .put("region", app.region())
        .put("git_url", app.gitUrl())
        .put("web_url", app.webUrl())
        .map();
  }
}
