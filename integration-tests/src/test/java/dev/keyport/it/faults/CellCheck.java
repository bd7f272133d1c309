package dev.keyport.it.faults;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.Stage;
import dev.keyport.it.verbs.Start;
import dev.keyport.sandbox.Fault;
import dev.keyport.sandbox.LiveAuthorization;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;

/** Runs a cell, and says all that is wrong with what came of it. */
final class CellCheck {
  private static final String DASHBOARD = "dashboard.heroku.com";

  /** What goes wrong is what they are asked for. */
  private static final Set<String> ANSWERS_ALL_THE_SAME = Set.of("auth:status", "doctor");

  private final Cell cell;
  private final Stage stage;
  private final SoftAssertions check = new SoftAssertions();

  private CellCheck(Cell cell, Stage stage) {
    this.cell = cell;
    this.stage = stage;
  }

  /** Runs it in this folder, with more faults than the cell's own. */
  static void run(Cell cell, Command command, Path folder, Fault... more) {
    try (Stage stage = Stage.set(folder, cell.use().start())) {
      for (Fault fault : more) {
        stage.sandbox().faults().add(cell.held(fault));
      }
      new CellCheck(cell, stage).run(command);
    }
  }

  private void run(Command command) {
    String storedBefore = stage.stored();
    List<LiveAuthorization> liveBefore = stage.live();
    stage.sandbox().faults().add(cell.fault());
    Command.Ended ended = stage.run(command, cell.use(), "--timeout", cell.timeout());
    List<LiveAuthorization> left = stage.live();
    Told told = new Told(ended, stage);

    check.assertThat(ended.exit()).as("exit status of %s", told).isIn(cell.statuses());
    told.showsNoSecret(check, cell.use().answersSecret());
    if (ended.exit() == 0 || ANSWERS_ALL_THE_SAME.contains(cell.use().verb())) {
      told.tellsNoError(check);
    } else {
      told.tellsOneError(check, cell.use().arguments().contains("--json"));
      check.assertThat(stage.masked(ended.stdout())).as("stdout of %s", told).isEmpty();
      check.assertThat(stage.stored().equals(storedBefore)).as("store unchanged").isTrue();
    }
    if (cell.call().equals(Cell.ANY)) {
      check.assertThat(stage.sandbox().requests()).as("requests").isEmpty();
    }
    if (cell.use().isLogout()) {
      check.assertThat(stage.stored()).as("entries left").doesNotContain("machine");
    }
    if (cell.use().goesOnWithout(cell.call())) {
      checkRevocation(left, told, storedBefore);
    }
    left.stream()
        .filter(now -> liveBefore.stream().noneMatch(was -> was.id().equals(now.id())))
        .filter(now -> !stage.stored().contains(now.token()))
        .forEach(orphan -> isTold(orphan, told));
    check.assertAll();
  }

  /** What was granted and is in no store: whose it is by its description, and where to end it. */
  private void isTold(LiveAuthorization orphan, Told told) {
    check
        .assertThat(told.stderr())
        .as("what is told of an authorization that nobody holds")
        .contains(DASHBOARD)
        .containsAnyOf(orphan.id().toString(), orphan.description());
  }

  private void checkRevocation(List<LiveAuthorization> left, Told told, String storedBefore) {
    List<LiveAuthorization> own =
        left.stream().filter(live -> storedBefore.contains(live.token())).toList();
    if (own.isEmpty()) {
      check.assertThat(told.stderr()).as("of a dead token").doesNotContain("is still valid");
    }
    for (LiveAuthorization live : own) {
      check.assertThat(told.stderr()).as("what is told").contains("still valid", DASHBOARD);
      if (cell.use().start() == Start.LOGIN) {
        check.assertThat(told.stderr()).as("what is told").contains(live.id().toString());
      }
    }
  }
}
