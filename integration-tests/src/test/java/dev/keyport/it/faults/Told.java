package dev.keyport.it.faults;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.Stage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command told, compared and shown with names for secrets. */
final class Told {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WARNING = "warning: ";

  /** What a login in the browser tells before anything goes wrong. */
  private static final Pattern BROWSER =
      Pattern.compile("Open this link in a browser:|  http://\\S+|Waiting for the login in .*");

  private final Command.Ended ended;
  private final Stage stage;
  private final String shown;

  Told(Command.Ended ended, Stage stage) {
    this.ended = ended;
    this.stage = stage;
    this.shown = stage.masked(ended.exit() + "\n" + ended.stdout() + "---\n" + ended.stderr());
  }

  /** Standard error, with names for secrets. */
  String stderr() {
    return stage.masked(ended.stderr());
  }

  /** Neither stream has a secret, save an answer that is one. */
  void showsNoSecret(SoftAssertions check, boolean answersSecret) {
    boolean hidden = answersSecret && ended.exit() == 0;
    String text = ended.stderr() + (hidden ? "" : ended.stdout());
    stage
        .secrets()
        .forEach(
            (name, value) ->
                check
                    .assertThat(text.contains(value))
                    .as("shows the %s: %s", name, shown)
                    .isFalse());
  }

  /** One message and at most one hint, and nothing of the program's inside. */
  void tellsOneError(SoftAssertions check, boolean json) {
    String rest = withoutNotes().stream().map(line -> line + "\n").collect(Collectors.joining());
    check
        .assertThat(stage.masked(rest))
        .as("the error in %s", shown)
        .doesNotContain("Exception", "foresaw", "\tat ");
    if (json) {
      JsonNode error = JSON.readTree(rest).path("error");
      check.assertThat(error.path("exit").asInt()).as("exit in %s", shown).isEqualTo(ended.exit());
      check.assertThat(error.path("code").asString()).as("code in %s", shown).matches("[a-z-]+");
    } else {
      check
          .assertThat(stage.masked(rest))
          .as("the error in %s", shown)
          .matches("keyport: [^\\n]+\\n(  [^\\n]+\\n)?");
    }
  }

  /** Warnings at most. */
  void tellsNoError(SoftAssertions check) {
    check
        .assertThat(stage.masked(ended.stderr()))
        .as("stderr of %s", shown)
        .doesNotContain("keyport: ", "Exception", "\tat ");
  }

  private List<String> withoutNotes() {
    return ended
        .stderr()
        .lines()
        .filter(line -> !line.startsWith(WARNING) && !BROWSER.matcher(line).matches())
        .toList();
  }

  @Override
  public String toString() {
    return shown;
  }
}
