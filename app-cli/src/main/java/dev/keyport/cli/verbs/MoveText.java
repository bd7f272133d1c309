package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.moving.MovePlan;
import dev.keyport.domain.moving.Moved;
import dev.keyport.domain.moving.Obstacle;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingSource;
import dev.keyport.domain.store.StoreSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A move, planned or done, in words and as JSON. */
final class MoveText {
  private static final String INDENT = "  ";

  private MoveText() {}

  /** What would be moved, a line each, and what is in the way with the way out. */
  static List<String> lines(MovePlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("From " + plan.from() + " to " + plan.to() + ":");
    plan.moving().forEach(id -> lines.add(INDENT + id));
    plan.alreadyThere().forEach(id -> lines.add(INDENT + id + " (already there)"));
    for (Obstacle obstacle : plan.obstacles()) {
      lines.add("In the way: " + obstacle.what());
      obstacle.wayOut().ifPresent(way -> lines.add(INDENT + way));
    }
    return lines;
  }

  /** Tells what changes for the person. */
  static void tellChanges(KeyportComponent use, MovePlan plan) {
    Interaction person = use.invocation().person();
    if (plan.hidesFromTools()) {
      person.warn(
          "curl -n, git and others that read "
              + plan.from()
              + " by themselves will not find there what is moved");
      ReachNotes.handOver(use, plan.to());
    }
    if (plan.opensToPrograms()) {
      person.warn(
          plan.to()
              + " is not encrypted: every program that runs as you can read the secrets there");
    }
    if (!plan.oneWay().isEmpty()) {
      person.warn(
          plan.from()
              + " could not take back "
              + plan.oneWay().stream().map(CredentialId::toString).collect(Collectors.joining(", "))
              + ": stores:undo would leave that in "
              + plan.to());
    }
  }

  /** Where keyport itself no longer finds what was moved, how it does. */
  static void tellUse(KeyportComponent use, StoreSpec from, StoreSpec to) {
    List<StoreSpec> inUse = use.storeSpecs().stream().map(use.moveCredentials()::placeOf).toList();
    if (!inUse.contains(from) || inUse.contains(to)) {
      return;
    }
    String word = ShellWord.of(to.toString());
    Optional<ResolvedSetting> set = use.settings().set(SettingKey.STORE);
    boolean bySetting = set.filter(found -> !isFile(found)).isEmpty();
    use.invocation()
        .person()
        .warn(
            "keyport itself looks in "
                + inUse.stream().map(StoreSpec::toString).collect(Collectors.joining(","))
                + " and does not find there what was moved; to have it look in the other: "
                + (bySetting
                    ? "keyport stores:use " + word
                    : "change " + set.map(ResolvedSetting::called).orElse("") + ", to " + word));
  }

  private static boolean isFile(ResolvedSetting set) {
    return set.source() instanceof SettingSource.File;
  }

  static void tellLeft(KeyportComponent use, Moved moved) {
    moved.left().forEach(obstacle -> use.invocation().person().warn(obstacle.what()));
  }

  static String counted(int count) {
    return count == 1 ? "1 credential" : count + " credentials";
  }

  static Map<String, @Nullable Object> document(MovePlan plan) {
    return new Json.Fields()
        .put("from", plan.from().toString())
        .put("to", plan.to().toString())
        .put("moving", ids(plan.moving()))
        .put("already_there", ids(plan.alreadyThere()))
        .put("obstacles", obstacles(plan.obstacles()))
        .put("one_way", ids(plan.oneWay()))
        .put("hides_from_tools", plan.hidesFromTools())
        .put("opens_to_programs", plan.opensToPrograms())
        .map();
  }

  static Map<String, @Nullable Object> document(Moved moved, Optional<Moved> finished) {
    return new Json.Fields()
        .put("from", moved.from().toString())
        .put("to", moved.to().toString())
        .put("moved", ids(moved.moved()))
        .put("left", obstacles(moved.left()))
        .put("finished", finished.map(before -> document(before, Optional.empty())))
        .map();
  }

  private static List<Object> ids(List<CredentialId> ids) {
    return ids.stream().<Object>map(CredentialDocument::of).toList();
  }

  private static List<Object> obstacles(List<Obstacle> obstacles) {
    return obstacles.stream()
        .<Object>map(
            obstacle ->
                new Json.Fields()
                    .put("host", obstacle.id().host().toString())
                    .put("login", obstacle.id().login())
                    .put("kind", obstacle.kind().word())
                    .put("what", obstacle.what())
                    .put("hint", obstacle.wayOut())
                    .map())
        .toList();
  }
}
