package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.moving.MoveCredentials;
import dev.keyport.domain.moving.MovePlan;
import dev.keyport.domain.moving.MoveRecord;
import dev.keyport.domain.moving.Moved;
import dev.keyport.domain.store.StoreSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stores:move}. */
@Command(
    name = "move",
    description = "Move what one store holds to another.",
    footer = {
      "",
      "Each credential is copied, read back and compared before it is removed: at every",
      "instant it is in one store or in both. What the other store has with another secret,",
      "or can't hold, is named before anything is moved.",
      "",
      "At a terminal it shows what it would move and asks; elsewhere, and with --no-input",
      "or -y, it moves. stores:undo takes it back. What was cut short is finished first;",
      "with no stores named, only that is done.",
      "",
      "Examples:",
      "  keyport stores:move netrc keychain --dry-run",
      "  keyport stores:move netrc keychain",
      "  keyport stores:move keychain netrc --host api.heroku.com"
    })
public final class StoresMoveVerb implements Verb {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FROM",
      description = "The store they are in, as --store takes it; no list.")
  private @Nullable String from;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TO", description = "The store they go to.")
  private @Nullable String to;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Move what is for this host. Default: everything.")
  private @Nullable String host;

  @Option(names = "--dry-run", description = "Only tell what would be moved.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Ask nothing.")
  private boolean yes;

  /** With no options given. */
  public StoresMoveVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    MoveCredentials moving = use.moveCredentials();
    if (from == null || to == null) {
      return goOn(use, moving, answer);
    }
    StoreSpec source = one(from);
    StoreSpec target = one(to);
    Optional<Host> only = Optional.ofNullable(host).map(Host::parse);
    MovePlan plan = moving.plan(source, target, only);
    if (dryRun) {
      return show(use, moving, plan, answer);
    }
    Optional<Moved> finished = finish(use, moving, plan);
    if (finished.isPresent()) {
      plan = moving.plan(source, target, only);
    }
    return move(use, moving, plan, finished, answer);
  }

  static StoreSpec one(String text) {
    List<StoreSpec> named = StoreSpec.parseList(text);
    if (named.size() > 1) {
      throw new UsageException("\"" + text.strip() + "\" is a list of stores", "name one of them");
    }
    return named.get(0);
  }

  /** Only what was cut short. */
  private int goOn(KeyportComponent use, MoveCredentials moving, Answer answer) {
    MoveRecord cut = moving.unfinished().orElseThrow(StoresMoveVerb::noneNamed);
    if (from != null || host != null) {
      throw noneNamed();
    }
    if (dryRun) {
      return show(use, moving, moving.planResume(cut), answer);
    }
    Moved moved =
        moving
            .resume()
            .orElseThrow(
                () ->
                    new UsageException(
                        "another process has finished the move meanwhile", "see keyport stores"));
    return tell(use, moved, Optional.empty(), answer);
  }

  private static UsageException noneNamed() {
    return new UsageException(
        "the stores to move from and to are missing",
        "name both, as keyport stores:move netrc keychain");
  }

  private int show(KeyportComponent use, MoveCredentials moving, MovePlan plan, Answer answer) {
    Interaction person = use.invocation().person();
    moving.unfinished().ifPresent(record -> person.warn(MoveReminder.reminder(record)));
    if (answer.isJson()) {
      answer.document(MoveText.document(plan));
    } else if (plan.isEmpty()) {
      person.tell(plan.from() + " has nothing to move.");
    } else {
      MoveText.lines(plan).forEach(answer::line);
    }
    MoveText.tellChanges(use, plan);
    return plan.refusal().map(ExitStatus::of).orElse(ExitStatus.DONE);
  }

  /** What was cut short between these stores goes on to the second; any other, as it was going. */
  private Optional<Moved> finish(KeyportComponent use, MoveCredentials moving, MovePlan plan) {
    Optional<MoveRecord> cut = moving.unfinished();
    boolean turned =
        cut.filter(
                record ->
                    record.isGoingBack()
                        && record.from().equals(plan.from())
                        && record.to().equals(plan.to()))
            .isPresent();
    Optional<Moved> finished = turned ? cut.map(moving::resumeForward) : moving.resume();
    finished.ifPresent(
        moved -> {
          use.invocation()
              .person()
              .tell(
                  "Finished a move that was cut short: "
                      + MoveText.counted(moved.moved().size())
                      + " from "
                      + moved.from()
                      + " to "
                      + moved.to()
                      + ".");
          MoveText.tellLeft(use, moved);
        });
    return finished;
  }

  private int move(
      KeyportComponent use,
      MoveCredentials moving,
      MovePlan plan,
      Optional<Moved> finished,
      Answer answer) {
    if (plan.isEmpty()) {
      use.invocation().person().tell(plan.from() + " has nothing to move.");
    } else if (plan.obstacles().isEmpty()) {
      agree(use, plan);
    }
    return tell(use, moving.move(plan), finished, answer);
  }

  private void agree(KeyportComponent use, MovePlan plan) {
    Interaction person = use.invocation().person();
    boolean ask = !yes && person.canAsk();
    if (ask) {
      MoveText.lines(plan).forEach(person::tell);
    }
    MoveText.tellChanges(use, plan);
    if (ask && !person.confirm("Move " + MoveText.counted(plan.ids().size()) + "?", true)) {
      throw new InterruptedByPersonException("nothing was moved");
    }
  }

  private static int tell(
      KeyportComponent use, Moved moved, Optional<Moved> finished, Answer answer) {
    if (answer.isJson()) {
      answer.document(MoveText.document(moved, finished));
    } else {
      moved.moved().forEach(id -> answer.line("Moved " + id + " to " + moved.to()));
    }
    MoveText.tellLeft(use, moved);
    if (!moved.moved().isEmpty() || finished.isPresent()) {
      MoveText.tellUse(use, moved.from(), moved.to());
    }
    return moved.left().isEmpty() ? ExitStatus.DONE : ExitStatus.of(ErrorCode.FAILED);
  }
}
