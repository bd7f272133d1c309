package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code stores:move} and {@code stores:undo} between netrc files. */
class MoveTest {
  private static final String BEFORE =
      "machine api.example login ann password sec-1\nmachine b.example login bob password sec-2\n";

  @TempDir Path home;

  private CliRunner cli = new CliRunner(Path.of(""));
  private Path from = Path.of("");
  private String to = "";

  @BeforeEach
  void aNetrc() throws IOException {
    cli = new CliRunner(home);
    from = write(".netrc", BEFORE);
    to = "netrc:" + home.resolve("other");
  }

  private Path write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private void assertNothingMoved() {
    assertThat(from).hasContent(BEFORE);
    assertThat(home.resolve("other")).doesNotExist();
  }

  @Test
  void aDryRunTellsAndMovesNothing() {
    CliRunner.Outcome plan = cli.run("stores:move", "netrc", to, "--dry-run");

    assertThat(plan.status()).isZero();
    assertThat(plan.out())
        .isEqualTo(
            "From netrc:%s to %s:\n  ann at api.example\n  bob at b.example\n".formatted(from, to));
    assertThat(plan.out() + plan.err()).doesNotContain("sec-");
    assertNothingMoved();
  }

  @Test
  void aDryRunInJson() {
    JsonNode plan =
        cli.run("stores:move", "netrc", to, "--dry-run", "--host", "b.example", "--json").json();

    assertThat(plan.get("to").asString()).isEqualTo(to);
    assertThat(plan.get("moving")).hasSize(1);
    assertThat(plan.get("moving").get(0).get("login").asString()).isEqualTo("bob");
    assertThat(plan.get("obstacles")).isEmpty();
    assertThat(plan.get("hides_from_tools").asBoolean()).isFalse();
    assertNothingMoved();
  }

  @Test
  void itMovesAndTakesBack() {
    CliRunner.Outcome moved = cli.run("stores:move", "netrc", to);

    assertThat(moved.status()).isZero();
    assertThat(moved.out())
        .isEqualTo(
            "Moved ann at api.example to %s\nMoved bob at b.example to %s\n".formatted(to, to));
    assertThat(moved.err())
        .contains("does not find there what was moved", "keyport stores:use " + to);
    assertThat(cli.run("credentials").out()).isEmpty();
    assertThat(cli.run("credentials:get", "b.example", "--store", to).out()).isEqualTo("sec-2\n");

    CliRunner.Outcome back = cli.run("stores:undo", "--json");
    assertThat(back.status()).isZero();
    assertThat(back.json().get("moved")).hasSize(2);
    assertThat(back.json().get("left")).isEmpty();
    assertThat(cli.run("credentials:get", "b.example").out()).isEqualTo("sec-2\n");
    assertThat(cli.run("credentials", "--store", to).out()).isEmpty();

    CliRunner.Outcome again = cli.run("stores:undo");
    assertThat(again.status()).isEqualTo(104);
    assertThat(again.err()).contains("there is no move to take back");
  }

  @Test
  void nothingToMoveIsNoError() {
    CliRunner.Outcome none = cli.run("stores:move", "netrc", to, "--host", "none.example");

    assertThat(none.status()).isZero();
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("has nothing to move");
  }

  @Test
  void aConflictIsNamedWithTheWayOut() throws IOException {
    write("other", "machine b.example login eve password sec-3\n");

    CliRunner.Outcome refused = cli.run("stores:move", "netrc", to);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err())
        .contains("eve at b.example", "bob at b.example", "credentials:remove b.example", "--host");
    CliRunner.Outcome plan = cli.run("stores:move", "netrc", to, "--dry-run");
    assertThat(plan.status()).isEqualTo(1);
    assertThat(plan.out()).contains("  ann at api.example\nIn the way: ");
    assertThat(from).hasContent(BEFORE);
    assertThat(home.resolve("other")).hasContent("machine b.example login eve password sec-3\n");
  }

  @Test
  void whatCanNotBeMovedIsRefused() throws IOException {
    Files.createSymbolicLink(home.resolve("link"), from);
    for (String same : new String[] {"netrc", "netrc:~/.netrc", "netrc:" + home.resolve("link")}) {
      CliRunner.Outcome refused = cli.run("stores:move", "netrc", same);
      assertThat(refused.status()).as(same).isEqualTo(2);
      assertThat(refused.err()).contains("can't be moved onto itself");
    }
    assertThat(cli.run("stores:move", "netrc", "memory").status()).isEqualTo(2);
    assertThat(cli.run("stores:move", "netrc", to + ",memory").status()).isEqualTo(2);
    assertThat(cli.run("stores:move", "netrc", "nosuch").status()).isEqualTo(2);
    assertThat(cli.run("stores:move", "netrc").status()).isEqualTo(2);
    assertThat(cli.run("stores:move").status()).isEqualTo(2);
    assertThat(cli.run("stores:move", "keychain", to).status()).isEqualTo(111);
    assertNothingMoved();
  }

  private void cutShort(String step, String second) throws IOException {
    write(
        ".local/state/keyport/move.properties",
        """
        version=1
        step=%s
        from.scheme=netrc
        from.argument=%s
        to.scheme=netrc
        to.argument=%s
        count=2
        0.host=api.example
        0.login=ann
        0.was-there=false
        1.host=b.example
        1.login=bob
        1.was-there=false
        """
            .formatted(step, from, home.resolve("other")));
    write("other", second);
  }

  @Test
  void aMoveCutShortIsRemindedOfAndFinished() throws IOException {
    cutShort("removing", BEFORE);
    assertThat(cli.run("credentials").err())
        .startsWith("warning: the move from netrc:" + from + " to " + to + " is unfinished")
        .contains("keyport stores:undo");

    CliRunner.Outcome finished = cli.run("stores:move");

    assertThat(finished.status()).isZero();
    assertThat(finished.out()).contains("Moved ann at api.example to " + to);
    assertThat(from).content().isBlank();
    assertThat(home.resolve("other")).hasContent(BEFORE);
    assertThat(cli.run("credentials").err()).doesNotContain("unfinished");
  }

  @Test
  void aMoveCutShortIsFinishedBeforeAnother() throws IOException {
    cutShort("copying", "");

    CliRunner.Outcome moved = cli.run("stores:move", to, "netrc:" + home.resolve("third"));

    assertThat(moved.status()).isZero();
    assertThat(moved.err()).contains("Finished a move that was cut short: 2 credentials");
    assertThat(home.resolve("third")).content().contains("sec-1", "sec-2");
    assertThat(home.resolve("other")).content().isBlank();
  }

  @Test
  void aMoveCutShortIsTakenBack() throws IOException {
    cutShort("copying", "machine api.example login ann password sec-1\n");

    CliRunner.Outcome back = cli.run("stores:undo");

    assertThat(back.status()).isZero();
    assertThat(from).hasContent(BEFORE);
    assertThat(home.resolve("other")).content().isBlank();
  }

  @Test
  void aReturnCutShortIsFinishedAsItWasGoing() throws IOException {
    cutShort("clearing", BEFORE);
    assertThat(cli.run("credentials").err()).contains("taking back the move", "goes on with it");

    assertThat(cli.run("stores:move").status()).isZero();

    assertThat(from).hasContent(BEFORE);
    assertThat(home.resolve("other")).content().isBlank();
  }

  @Test
  void aNoteThatCanNotBeReadStopsMovesAndNothingElse() throws IOException {
    write(".local/state/keyport/move.properties", "nonsense");

    assertThat(cli.run("credentials").status()).isZero();
    CliRunner.Outcome refused = cli.run("stores:move", "netrc", to);
    assertThat(refused.status()).isEqualTo(113);
    assertThat(refused.err()).contains("move.properties");
    assertNothingMoved();
  }

  private Path config() {
    return home.resolve(".config/keyport/config.properties");
  }

  @Test
  void anotherStoreIsUsedAndWhatStaysIsTold() {
    CliRunner.Outcome used = cli.run("stores:use", to);

    assertThat(used.status()).isZero();
    assertThat(used.out()).isEqualTo("Set store = " + to + "\n");
    assertThat(used.err())
        .contains("2 credentials in netrc:" + from, "keyport stores:move netrc:" + from + " " + to);
    assertThat(config()).content().contains("store");
    assertThat(cli.run("stores").out()).startsWith(to);
    assertNothingMoved();
  }

  @Test
  void whatThePresentStoreHoldsIsMovedWhereThatIsAskedFor() {
    CliRunner.Outcome used = cli.run("stores:use", to, "--move");

    assertThat(used.status()).isZero();
    assertThat(used.out()).contains("Moved ann at api.example to " + to);
    assertThat(cli.run("credentials:get", "b.example").out()).isEqualTo("sec-2\n");
    assertThat(cli.run("stores:undo").err()).contains("keyport stores:use netrc:" + from);
    assertThat(cli.run("credentials").out()).isEmpty();
  }

  @Test
  void aConflictKeepsTheOldStoreInUse() throws IOException {
    write("other", "machine b.example login bob password sec-3\n");

    CliRunner.Outcome refused = cli.run("stores:use", to, "--move");

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("with another secret");
    assertThat(config()).doesNotExist();
    assertThat(cli.run("stores:use", to, "--no-move").status()).isZero();
    assertThat(from).hasContent(BEFORE);
  }

  @Test
  void aStoreThatIsNotThereOrMakesNoSenseIsNotUsed() {
    assertThat(cli.run("stores:use", "keychain").status()).isEqualTo(111);
    assertThat(cli.run("stores:use", "nosuch").status()).isEqualTo(2);
    assertThat(cli.run("stores:use", "netrc,netrc").status()).isEqualTo(2);
    assertThat(cli.run("stores:use", "netrc:" + home.resolve("none/x")).status()).isEqualTo(111);
    assertThat(config()).doesNotExist();
  }

  @Test
  void whatIsAskedBeforeTheSettingIsSaid() throws IOException {
    CliRunner.Outcome used = cli.with("KEYPORT_STORE", "netrc").run("stores:use", to, "--json");
    assertThat(used.json().get("overridden_by").asString()).isEqualTo("KEYPORT_STORE");
    assertThat(used.err()).contains("KEYPORT_STORE is asked first and says \"netrc\"");

    cli.without("KEYPORT_STORE");
    write(
        ".config/keyport/config.properties",
        "# mine\nprofile = work\nprofile.work.store = netrc\n");
    assertThat(cli.run("stores:use", to, "--no-move").err()).contains("profile.work.store");
    assertThat(config()).content().startsWith("# mine\n");
  }
}
