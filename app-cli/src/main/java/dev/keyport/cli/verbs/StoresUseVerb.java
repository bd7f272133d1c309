package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.moving.MovePlan;
import dev.keyport.domain.moving.Moved;
import dev.keyport.domain.moving.StoreChoice;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stores:use}. */
@Command(
    name = "use",
    description = "Use this store, or these in order, from now on.",
    footer = {
      "",
      "It is written to the configuration file as \"store\"; with --profile, to that profile.",
      "What that changes for you is told. At a terminal it offers to move what the present",
      "store holds; elsewhere --move does, and without it everything stays where it is.",
      "",
      "Examples:",
      "  keyport stores:use keychain --move",
      "  keyport stores:use netrc --no-move",
      "  keyport stores:use keychain,netrc"
    })
public final class StoresUseVerb implements Verb {
  @Parameters(paramLabel = "SPEC", description = "The store, or a list, as --store takes it.")
  private String spec = "";

  @Option(names = "--move", description = "Move what the present store holds to it.")
  private boolean move;

  @Option(names = "--no-move", description = "Leave there what the present store holds.")
  private boolean stay;

  /** With no options given. */
  public StoresUseVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    if (move && stay) {
      throw new UsageException("--move and --no-move can't both be", "give one of them");
    }
    StoreChoice choice = use.useStore().look(spec);
    Optional<MovePlan> plan = plan(use, choice);
    tellChanges(use, choice);
    Optional<MovePlan> agreed = plan.filter(found -> isToMove(use, found));
    Optional<Moved> moved = use.useStore().use(choice, agreed);
    tell(use, choice, moved, answer);
    if (moved.isEmpty() && choice.overriding().isEmpty()) {
      plan.ifPresent(left -> tellStaying(use, left));
    }
    return moved.filter(done -> !done.left().isEmpty()).isPresent()
        ? ExitStatus.of(ErrorCode.FAILED)
        : ExitStatus.DONE;
  }

  /** Empty where there is nothing to move, or that can't be seen and nobody asked for it. */
  private Optional<MovePlan> plan(KeyportComponent use, StoreChoice choice) {
    Optional<StoreSpec> leaving = choice.leaving();
    if (leaving.isEmpty() || choice.traits().reach() == Reach.PROCESS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
              use.moveCredentials().plan(leaving.get(), choice.first(), Optional.empty()))
          .filter(found -> !found.isEmpty());
    } catch (StoreException e) {
      if (move) {
        throw e;
      }
      use.invocation()
          .person()
          .warn(
              "whether "
                  + leaving.get()
                  + " holds something that could be moved is not known: "
                  + e.message());
      return Optional.empty();
    }
  }

  private static void tellChanges(KeyportComponent use, StoreChoice choice) {
    Interaction person = use.invocation().person();
    if (choice.status() instanceof StoreStatus.Locked locked) {
      person.warn(choice.first() + " is locked: " + locked.reason());
    }
    if (choice.status() instanceof StoreStatus.Ready ready) {
      ready.warnings().forEach(warning -> person.warn(warning.sentence()));
    }
    if (choice.traits().reach() == Reach.PROCESS) {
      person.warn(choice.first() + " keeps nothing once a command has ended");
    }
    if (choice.hidesFromTools()) {
      person.warn(
          "curl -n, git and others that read a netrc will not find what is saved from now on");
      ReachNotes.handOver(use, choice.first());
    }
    if (choice.opensToPrograms()) {
      person.warn(
          choice.first()
              + " is not encrypted: every program that runs as you can read the secrets there");
    }
    choice.overriding().ifPresent(set -> person.warn(overridden(set)));
  }

  private static String overridden(ResolvedSetting set) {
    return set.called() + " is asked first and says \"" + set.value() + "\": that stays in use";
  }

  private boolean isToMove(KeyportComponent use, MovePlan plan) {
    Interaction person = use.invocation().person();
    if (move || stay) {
      return move;
    }
    if (!person.canAsk() || !plan.obstacles().isEmpty()) {
      return false;
    }
    MoveText.lines(plan).forEach(person::tell);
    return person.confirm("Move " + MoveText.counted(plan.ids().size()) + " too?", true);
  }

  private static void tell(
      KeyportComponent use, StoreChoice choice, Optional<Moved> moved, Answer answer) {
    if (answer.isJson()) {
      answer.document(
          new Json.Fields()
              .put("setting", choice.setting().toString())
              .put("store", choice.value())
              .put("overridden_by", choice.overriding().map(ResolvedSetting::called))
              .put("hides_from_tools", choice.hidesFromTools())
              .put("opens_to_programs", choice.opensToPrograms())
              .put("move", moved.map(done -> MoveText.document(done, Optional.empty())))
              .map());
    } else {
      answer.line("Set " + choice.setting() + " = " + choice.value());
      moved.ifPresent(
          done -> done.moved().forEach(id -> answer.line("Moved " + id + " to " + done.to())));
    }
    moved.ifPresent(done -> MoveText.tellLeft(use, done));
  }

  private void tellStaying(KeyportComponent use, MovePlan plan) {
    use.invocation()
        .person()
        .warn(
            MoveText.counted(plan.ids().size() + plan.obstacles().size())
                + " in "
                + plan.from()
                + " stay"
                + (plan.ids().size() + plan.obstacles().size() == 1 ? "s" : "")
                + " there and will not be found; to move: keyport stores:move "
                + ShellWord.of(plan.from().toString())
                + " "
                + ShellWord.of(plan.to().toString()));
  }
}
