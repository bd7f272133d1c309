package dev.keyport.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.ApiCall;
import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.InOwnProcess;
import dev.keyport.it.verbs.InProcess;
import dev.keyport.it.verbs.Stage;
import dev.keyport.it.verbs.VerbRegistry;
import dev.keyport.it.verbs.VerbUse;
import dev.keyport.sandbox.FaultKind;
import dev.keyport.sandbox.LoggedRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of fault at each call of each verb: the status fits, one error is told, no secret is,
 * nothing is stored that was not granted, and nothing is granted that is neither stored nor told.
 * Much of the time is waiting, and each cell has a sandbox and a home of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultMatrixIT {
  private static final ApiCall UNDOING = new ApiCall("DELETE", "/oauth/authorizations/*");

  @TempDir Path folder;

  static Stream<Cell> cells() {
    return Cell.all();
  }

  static List<VerbUse> uses() {
    return VerbRegistry.uses();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void fault(Cell cell) {
    CellCheck.run(cell, new InProcess(), folder);
  }

  /** The command as a process, where most is at stake: the login's answer is what goes wrong. */
  @ParameterizedTest
  @EnumSource
  void faultOfAProcess(FaultKind kind) {
    VerbUse login = VerbRegistry.uses().get(0);
    CellCheck.run(new Cell(kind, login, login.calls().get(0)), new InOwnProcess(), folder);
  }

  /** Nothing but the id is left of a login that failed after it was made and can't be undone. */
  @ParameterizedTest
  @EnumSource
  void faultThatKeepsALoginFromBeingUndoneToo(FaultKind kind) {
    VerbUse login = VerbRegistry.uses().get(0);
    Cell cell = new Cell(kind, login, login.calls().get(1));
    CellCheck.run(cell, new InProcess(), folder, UNDOING.fault(kind));
  }

  /** What the matrix is made from is what the verbs do. */
  @ParameterizedTest
  @MethodSource("uses")
  void withoutFaultTheCallsAreThoseRegistered(VerbUse use) {
    try (Stage stage = Stage.set(folder, use.start())) {
      Command.Ended ended = stage.run(new InProcess(), use);

      assertThat(ended.exit())
          .as("exit status of %s", new Told(ended, stage))
          .isEqualTo(use.exit());
      List<LoggedRequest> requests = stage.sandbox().requests();
      assertThat(requests).as("requests").hasSameSizeAs(use.calls());
      for (int i = 0; i < requests.size(); i++) {
        LoggedRequest request = requests.get(i);
        assertThat(use.calls().get(i).isMadeBy(request))
            .as("%s %s is %s", request.method(), request.path(), use.calls().get(i))
            .isTrue();
      }
    }
  }
}
