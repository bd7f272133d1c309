package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.doctor.Ailment;
import dev.keyport.domain.doctor.Mended;
import dev.keyport.domain.doctor.Upkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found wrong with Keyport's own files, and what becomes of it. */
class UpkeepTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

  @TempDir Path folder;
  private Path state = Path.of("");
  private Path config = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    state = folder.resolve("state");
    config = folder.resolve("config/config.properties");
    PrivateFiles.createFolder(state.resolve("metadata"));
    PrivateFiles.createFolder(folder.resolve("config"));
  }

  private KeptFiles kept() {
    return new KeptFiles(state, config, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static List<String> codes(Upkeep upkeep) {
    return upkeep.look().stream().map(ailment -> ailment.finding().code()).toList();
  }

  private static Path file(Path path, String mode) throws IOException {
    Files.writeString(path, "x");
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void nothingIsWrongWithNothing() {
    assertThat(kept().look()).isEmpty();
    assertThat(
            new KeptFiles(folder.resolve("no"), folder.resolve("no/c"), Clock.systemUTC()).look())
        .isEmpty();
    assertThat(new HeldLocks(folder.resolve("no"), Duration.ZERO).look()).isEmpty();
  }

  @Test
  void whatOthersCanChangeIsClosed() throws IOException {
    Path settings = file(config, "rw-rw-r--");
    Path metadata = file(state.resolve("metadata/a.properties"), "rw-r--r--");

    assertThat(codes(kept()))
        .containsExactly("settings-writable-by-others", "state-open-to-others");
    assertThat(Upkeep.mend(kept())).hasSize(2).allMatch(Mended::done);
    assertThat(kept().look()).isEmpty();
    assertThat(mode(settings)).isEqualTo("rw-------");
    assertThat(mode(metadata)).isEqualTo("rw-------");
  }

  @Test
  void settingsThatOthersOnlyReadAreWell() throws IOException {
    file(config, "rw-r--r--");

    assertThat(kept().look()).isEmpty();
  }

  @Test
  void whereALinkLeadsIsNobodysBusiness() throws IOException {
    Path elsewhere = file(folder.resolve("elsewhere"), "rw-rw-rw-");
    Files.createSymbolicLink(state.resolve("link"), elsewhere);

    assertThat(kept().look()).isEmpty();
    assertThat(mode(elsewhere)).isEqualTo("rw-rw-rw-");
  }

  @Test
  void whatAKilledWriterLeftGoesAndWhatALiveOneWritesStays() throws IOException {
    String name = ".a.properties.keyport-0123456789abcde";
    Path left = file(state.resolve("metadata/" + name + "0.tmp"), "rw-------");
    Path live = file(state.resolve("metadata/" + name + "1.tmp"), "rw-------");
    Path other = file(state.resolve("metadata/.a.keyport-x.tmp"), "rw-------");
    Files.setLastModifiedTime(left, FileTime.from(NOW.minusSeconds(61)));
    Files.setLastModifiedTime(live, FileTime.from(NOW.minusSeconds(1)));
    Files.setLastModifiedTime(other, FileTime.from(NOW.minusSeconds(61)));

    assertThat(codes(kept())).containsExactly("leftover-files");
    assertThat(left).exists();
    assertThat(Upkeep.mend(kept())).singleElement().matches(Mended::done);
    assertThat(left).doesNotExist();
    assertThat(live).exists();
    assertThat(other).exists();
  }

  @Test
  void aFilesOwnLeftoversAreSweptUnderItsLock() throws IOException {
    Path netrc = file(folder.resolve(".netrc"), "rw-------");
    Path left = file(folder.resolve(".netrc.keyport-0123456789abcdef.tmp"), "rw-------");
    Upkeep upkeep =
        () -> FileUpkeep.leftovers(netrc, state, Duration.ofSeconds(9), "left").stream().toList();

    assertThat(codes(upkeep)).containsExactly("left");
    assertThat(Upkeep.mend(upkeep)).singleElement().matches(Mended::done);
    assertThat(left).doesNotExist();
    assertThat(netrc).hasContent("x");
    assertThat(codes(upkeep)).isEmpty();
  }

  @Test
  void aFileThatOthersCanReadIsClosed() throws IOException {
    Path netrc = file(folder.resolve(".netrc"), "rw-r--r--");

    Ailment ailment = FileUpkeep.openToOthers(netrc, "open").orElseThrow();

    assertThat(ailment.finding().sentence()).isEqualTo(netrc + ": others can read it (mode 0644)");
    assertThat(ailment.remedy().orElseThrow().apply()).contains("by you alone");
    assertThat(FileUpkeep.openToOthers(netrc, "open")).isEmpty();
    assertThat(FileUpkeep.openToOthers(folder.resolve("no"), "open")).isEmpty();
  }

  /** The lock of this process is its own: to look at it would drop it. */
  @Test
  void aLockFileThatNobodyElseHoldsIsWellAlsoWhileThisProcessHoldsIt() {
    ProcessLock lock = new ProcessLock(state, "a thing", Duration.ofSeconds(9));

    assertThat(lock.hold(() -> new HeldLocks(state, Duration.ZERO).look())).isEmpty();
    assertThat(new HeldLocks(state, Duration.ZERO).look()).isEmpty();
  }
}
