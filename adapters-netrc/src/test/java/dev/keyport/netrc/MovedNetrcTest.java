package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.moving.MoveCredentials;
import dev.keyport.domain.moving.MovePlan;
import dev.keyport.domain.moving.MoveRefusedException;
import dev.keyport.domain.moving.Moved;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.files.FileMetadataStore;
import dev.keyport.files.FileMoveJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves between netrc files, with the journal and the metadata that the command keeps. */
class MovedNetrcTest {
  private static final String BEFORE =
      """
      # mine
      machine api.example login ann password sec-one # first
      default login anonymous password guest

      macdef init
      binary

      machine git.example
        login ann
        password sec-two
      """;

  @TempDir Path home;

  private Path from;
  private Path to;

  @BeforeEach
  void twoFiles() throws IOException {
    from = write("from", BEFORE);
    to = home.resolve("to");
  }

  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(home.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private MoveCredentials moving() {
    Path state = home.resolve("state");
    return new MoveCredentials(
        spec -> new StoreFixture(home).open(spec.argument()),
        new FileMetadataStore(state, Duration.ofSeconds(10)),
        new FileMoveJournal(state, Duration.ofSeconds(10)));
  }

  private static StoreSpec netrc(Path path) {
    return new StoreSpec("netrc", path.toString());
  }

  private MovePlan plan() {
    return moving().plan(netrc(from), netrc(to), Optional.empty());
  }

  @Test
  void entriesAreMovedAndEverythingElseStays() throws IOException {
    Moved moved = moving().move(plan());

    assertThat(moved.moved()).hasSize(2);
    assertThat(Files.readString(from))
        .contains("# mine", "default login anonymous password guest", "macdef init\nbinary")
        .doesNotContain("sec-", "api.example", "git.example");
    assertThat(Files.readString(to)).contains("machine api.example", "machine git.example");
    assertThat(Files.readString(home.resolve("state/move.properties")))
        .contains("api.example", "step=done")
        .doesNotContain("sec-");
  }

  @Test
  void aMoveIsTakenBackByAnotherProcess() throws IOException {
    moving().move(plan());

    MoveCredentials another = moving();
    another.undo(another.last());

    try (TokenStore store = new StoreFixture(home).open(from.toString())) {
      assertThat(store.find(new CredentialId(Host.parse("api.example"), "ann")))
          .contains(new Credential(Host.parse("api.example"), "ann", Secret.of("sec-one")));
      assertThat(store.list()).hasSize(2);
    }
    assertThat(Files.readString(to)).doesNotContain("machine");
    assertThat(home.resolve("state/move.properties")).doesNotExist();
  }

  @Test
  void theSameFileByAnotherNameIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(home.resolve("link"), from);
    Path hard = Files.createLink(home.resolve("hard"), from);
    Path folder = Files.createSymbolicLink(home.resolve("here"), home);
    Path spelled = home.resolve("x/../from");
    for (Path other : List.of(from, link, hard, folder.resolve("from"), spelled)) {
      assertThatExceptionOfType(UsageException.class)
          .isThrownBy(() -> moving().plan(netrc(from), netrc(other), Optional.empty()))
          .withMessageContaining("can't be moved onto itself");
    }
    assertThat(from).hasContent(BEFORE);
  }

  @Test
  void twoNamesOfAFileThatDoesNotExistAreOnePlace() throws IOException {
    Path folder = Files.createSymbolicLink(home.resolve("here"), home);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> moving().plan(netrc(to), netrc(folder.resolve("to")), Optional.empty()));
  }

  @Test
  void anEntryThatWouldTakeAnothersPlaceIsNamed() throws IOException {
    to = write("to", "machine git.example login bob password three\n");

    MoveRefusedException refusal =
        catchThrowableOfType(MoveRefusedException.class, () -> moving().move(plan()));

    assertThat(refusal.message()).contains("bob at git.example", "ann at git.example");
    assertThat(from).hasContent(BEFORE);
    assertThat(to).hasContent("machine git.example login bob password three\n");
  }

  @Test
  void whatANetrcCanNotHoldIsNamedBeforeAnythingMoves() throws IOException {
    from =
        write(
            "from",
            """
            machine account.example login ann password one account extra
            machine nameless.example password two
            machine port.example:8080 login ann password three
            machine twice.example login ann password four
            machine twice.example login bob password five
            machine fine.example login ann password six
            """);
    String before = Files.readString(from);

    MovePlan plan = plan();
    assertThat(plan.moving()).containsExactly(new CredentialId(Host.parse("fine.example"), "ann"));
    assertThat(plan.obstacles())
        .extracting(obstacle -> obstacle.id().host().toString())
        .containsExactly(
            "account.example",
            "nameless.example",
            "port.example:8080",
            "twice.example",
            "twice.example");

    MoveRefusedException refusal =
        catchThrowableOfType(MoveRefusedException.class, () -> moving().move(plan));
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNREPRESENTABLE);
    assertThat(from).hasContent(before);
    assertThat(to).doesNotExist();
  }

  @Test
  void whatANetrcCouldNotTakeBackIsNamed() throws IOException {
    from =
        write(
            "from",
            """
            machine nameless.example password two
            machine port.example:8080 login ann password three
            machine twice.example login ann password four
            machine twice.example login bob password five
            machine fine.example login ann password six
            """);
    MoveCredentials moving =
        new MoveCredentials(
            spec ->
                spec.scheme().equals("netrc")
                    ? new StoreFixture(home).open(spec.argument())
                    : new Kept(new InMemoryTokenStore()),
            new FileMetadataStore(home.resolve("state"), Duration.ofSeconds(10)),
            new FileMoveJournal(home.resolve("state"), Duration.ofSeconds(10)));

    assertThat(moving.plan(netrc(from), new StoreSpec("kept", ""), Optional.empty()).oneWay())
        .extracting(id -> id.host().toString())
        .containsExactly("nameless.example", "port.example:8080", "twice.example", "twice.example");
  }

  @Test
  void anIdOfTwoSecretsIsNotRemoved() throws IOException {
    from =
        write(
            "from",
            "machine a.example login ann password one\nmachine a.example login ann password two\n");
    String before = Files.readString(from);

    Moved moved = moving().move(plan());

    assertThat(moved.moved()).isEmpty();
    assertThat(moved.left()).hasSize(1);
    assertThat(from).hasContent(before);
  }
}
