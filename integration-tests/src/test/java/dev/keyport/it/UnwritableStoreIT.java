package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A login that can't be kept is undone: nothing half-written, no token left alive. */
class UnwritableStoreIT {
  private static final String BEFORE = "machine one.example.com\n  login a\n  password b\n";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void folderWithoutPermission() throws IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Unwritable place = Unwritable.withoutPermission(folder.resolve("place"), BEFORE)) {
      loginIsUndone(keyport.by(place.prefix()), place);
    }
  }

  @Test
  void readOnlyFileSystem() throws IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Unwritable place = Unwritable.readOnly(folder.resolve("place"), BEFORE)) {
      loginIsUndone(keyport, place);
    }
  }

  @Test
  void fullFileSystem() throws IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    try (Unwritable place = Unwritable.full(folder.resolve("place"), BEFORE)) {
      loginIsUndone(keyport, place);
    }
  }

  @Test
  void homeOnAReadOnlyFileSystem() throws IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    int live = SANDBOX.live().size();
    try (Unwritable place = Unwritable.readOnly(folder.resolve("place"), BEFORE)) {
      KeyportProcess there = keyport.with("HOME", place.folder().toString());

      assertThat(SANDBOX.logIn(there))
          .endsWith(111)
          .answersNothing()
          .tellsOneError()
          .tells(place.folder().toString())
          .showsNoSecret();
      assertThat(there.run("credentials")).succeeds().answers("one.example.com  a\n");
    }
    assertThat(SANDBOX.live()).hasSize(live);
  }

  @Test
  void stateThatCannotBeKeptUndoesTheNetrcToo() throws IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    keyport.home().write(".netrc", BEFORE);
    int live = SANDBOX.live().size();
    try (Unwritable place = Unwritable.readOnly(folder.resolve("place"), BEFORE)) {
      KeyportProcess there = keyport.with("XDG_STATE_HOME", place.folder().toString());

      assertThat(SANDBOX.logIn(there)).endsWith(111).answersNothing().showsNoSecret();
    }
    assertThat(keyport.home().read(".netrc")).isEqualTo(BEFORE);
    assertThat(SANDBOX.live()).hasSize(live);
  }

  private static void loginIsUndone(KeyportProcess keyport, Unwritable place) throws IOException {
    int live = SANDBOX.live().size();

    assertThat(SANDBOX.logIn(keyport, "--store", "netrc:" + place.netrc()))
        .endsWith(111)
        .answersNothing()
        .tellsOneError()
        .tells(place.folder().toString(), "revoked")
        .showsNoSecret();

    assertThat(Files.readString(place.netrc())).isEqualTo(BEFORE);
    assertThat(place.names()).isEqualTo(place.namesBefore());
    assertThat(SANDBOX.live()).hasSize(live);
  }
}
