package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurableFileTest {
  private static final int SOMEBODY = 4242;
  private static final int BIG = 1_000_000;
  private static final int REWRITES = 100;

  @TempDir Path folder;
  private final List<String> notices = new ArrayList<>();
  private Path path = Path.of("");

  @BeforeEach
  void path() {
    path = folder.resolve("secrets");
  }

  private DurableFile file(Path at, CurrentUser user) {
    return new DurableFile(
        at,
        target -> new ProcessLock(folder.resolve("state"), "test", Duration.ofSeconds(10)),
        user,
        notices::add);
  }

  private DurableFile file() {
    return file(path, CurrentUser.ofProcess());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static UnaryOperator<byte[]> append(String text) {
    return before -> utf8(new String(before, StandardCharsets.UTF_8) + text);
  }

  private void write(String text, String permissions) throws IOException {
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aMissingFileIsEmptyAndIsMadeByTheFirstChange() throws IOException {
    assertThat(file().read()).isEmpty();

    assertThat(file().update(append("one"))).isTrue();

    assertThat(path).hasContent("one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(names()).containsExactly("secrets", "state");
  }

  @Test
  void anEditThatChangesNothingWritesNothing() throws IOException {
    assertThat(file().update(before -> before)).isFalse();
    assertThat(path).doesNotExist();

    write("one", "rw-------");
    Object inode = Files.getAttribute(path, "unix:ino");
    assertThat(file().update(byte[]::clone)).isFalse();
    assertThat(Files.getAttribute(path, "unix:ino")).isEqualTo(inode);
  }

  @Test
  void anEditThatFailsLeavesTheFileAndNoOther() throws IOException {
    write("one", "rw-------");

    assertThatThrownBy(
            () ->
                file()
                    .update(
                        before -> {
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(path).hasContent("one");
    assertThat(names()).containsExactly("secrets", "state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw--w----", "rw-----w-", "rw-rw-rw-"})
  void aFileThatOthersCanWriteIsRefused(String permissions) throws IOException {
    write("one", permissions);

    StoreException.Unavailable refusal =
        catchThrowableOfType(StoreException.Unavailable.class, () -> file().read());

    assertThat(refusal.message()).contains(path.toString()).contains("written by others");
    assertThat(refusal.hint()).hasValueSatisfying(h -> assertThat(h).contains("chmod 600 " + path));
    assertThatThrownBy(() -> file().update(append("two")))
        .isInstanceOf(StoreException.Unavailable.class);
    assertThat(path).hasContent("one");
  }

  @ParameterizedTest
  @CsvSource({"rw-r--r--,0644", "rw----r--,0604", "r--r-----,0440"})
  void aFileThatOthersCanReadIsSaidOnceAndTightened(String permissions, String octal)
      throws IOException {
    write("one", permissions);
    DurableFile file = file();

    assertThat(file.read().orElseThrow().bytes()).isEqualTo(utf8("one"));
    file.read();
    assertThat(notices).singleElement().asString().contains(path.toString()).contains(octal);

    file.update(append("two"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(notices).hasSize(2);
  }

  @Test
  void anotherUsersFileIsRefusedUnlessThisIsRoot() throws IOException {
    write("one", "rw-------");
    int owner = (Integer) Files.getAttribute(path, "unix:uid");

    assertThatThrownBy(() -> file(path, () -> owner + 1L).read())
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("another user");
    assertThat(file(path, () -> CurrentUser.ROOT).read()).isPresent();
    assertThat(file(path, () -> owner).read()).isPresent();
  }

  @Test
  void thisUserIsWhoOwnsWhatItMakes() throws IOException {
    Path made = Files.createFile(folder.resolve("made"));

    assertThat(CurrentUser.ofProcess().uid())
        .isEqualTo((long) (Integer) Files.getAttribute(made, "unix:uid"));
  }

  @Test
  void rootKeepsTheOwner() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        CurrentUser.ofProcess().isRoot(), "only root can give a file away");
    write("one", "rw-------");
    Files.setAttribute(path, "unix:uid", SOMEBODY);
    Files.setAttribute(path, "unix:gid", SOMEBODY);

    file().update(append("two"));

    assertThat(path).hasContent("onetwo");
    assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(SOMEBODY);
    assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(SOMEBODY);
  }

  @Test
  void aFolderIsRefused() throws IOException {
    Files.createDirectory(path);

    assertThatThrownBy(() -> file().read())
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("a folder");
  }

  @Test
  void aPipeIsRefusedAndNotWaitedFor() throws Exception {
    Process made = new ProcessBuilder("mkfifo", path.toString()).start();
    assertThat(made.waitFor()).isZero();

    assertThatThrownBy(() -> file().read())
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("not a plain file");
  }

  @Test
  void aDeviceIsRefused() {
    assertThatThrownBy(() -> file(Path.of("/dev/null"), CurrentUser.ofProcess()).read())
        .isInstanceOf(StoreException.Unavailable.class);
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    write("", "rw-------");
    try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.setLength(DurableFile.MAX_BYTES + 1L);
    }

    assertThatThrownBy(() -> file().read())
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("16 MiB");
  }

  @Test
  void aMissingFolderIsNamedWithTheWayOut() {
    StoreException.Unavailable refusal =
        catchThrowableOfType(
            StoreException.Unavailable.class,
            () -> file(folder.resolve("no/file"), CurrentUser.ofProcess()).update(append("x")));

    assertThat(refusal.hint()).contains("make the folder first: mkdir -p " + folder.resolve("no"));
  }

  @Test
  void linksAreFollowedAndStay() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("file");
    Files.createSymbolicLink(folder.resolve("hop"), Path.of("real/file"));
    Files.createSymbolicLink(path, folder.resolve("hop"));

    file().update(append("made through a dangling link"));
    file().update(append(", and changed"));

    assertThat(real).hasContent("made through a dangling link, and changed");
    assertThat(path).isSymbolicLink();
  }

  @Test
  void linksInACircleAreAnError() throws IOException {
    Files.createSymbolicLink(path, Path.of("secrets"));

    assertThatThrownBy(() -> file().update(append("x")))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining(path.toString());
  }

  @Test
  void whatACrashedWriterLeftIsSweptAndNothingElse() throws IOException {
    Files.createFile(folder.resolve(".secrets.keyport-0123456789abcdef.tmp"));
    Files.createFile(folder.resolve(".secrets.keyport-mine.tmp"));
    Files.createFile(folder.resolve("secrets.tmp"));

    file().update(append("one"));

    assertThat(names())
        .containsExactly(".secrets.keyport-mine.tmp", "secrets", "secrets.tmp", "state");
  }

  @Test
  void whatAStrangerSavesInBetweenIsNotLost() throws IOException {
    write("one", "rw-------");
    List<String> seen = new ArrayList<>();

    file()
        .update(
            before -> {
              seen.add(new String(before, StandardCharsets.UTF_8));
              if (seen.size() == 1) {
                strangerWrites("ONE");
              }
              return append(" two").apply(before);
            });

    assertThat(seen).containsExactly("one", "ONE");
    assertThat(path).hasContent("ONE two");
  }

  /** What a reader sees at any instant is what a crash at that instant would leave. */
  @Test
  void aReaderSeesTheOldFileOrTheNewOneAtEveryInstant() throws Exception {
    byte[] ones = "1".repeat(BIG).getBytes(StandardCharsets.UTF_8);
    byte[] twos = "2".repeat(BIG).getBytes(StandardCharsets.UTF_8);
    file().update(before -> ones);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<?> writer =
          pool.submit(
              () -> {
                for (int i = 0; i < REWRITES; i++) {
                  file().update(before -> before[0] == '1' ? twos : ones);
                }
              });
      do {
        byte[] seen = Files.readAllBytes(path);
        assertThat(Arrays.equals(seen, ones) || Arrays.equals(seen, twos))
            .as("a whole file, not %d bytes", seen.length)
            .isTrue();
      } while (!writer.isDone());
      writer.get(60, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aStrangerThatKeepsWritingIsGivenUpOn() throws IOException {
    write("0", "rw-------");
    List<String> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                file()
                    .update(
                        before -> {
                          seen.add("");
                          strangerWrites("by a stranger, " + seen.size());
                          return append("x").apply(before);
                        }))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("another program");

    assertThat(path).hasContent("by a stranger, " + seen.size());
    assertThat(names()).containsExactly("secrets", "state");
  }

  private void strangerWrites(String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void contentPrintsNoneOfItself() throws IOException {
    write("canary", "rw-------");

    assertThat(file().read().orElseThrow().toString()).isEqualTo("6 bytes");
  }
}
