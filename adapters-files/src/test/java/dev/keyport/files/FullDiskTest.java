package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real file systems that are full or read-only. Mounting them takes root. */
class FullDiskTest {
  @TempDir Path folder;
  private boolean mounted;

  private Path mount(String options) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", options, "keyport-test", disk.toString());
    assumeTrue(mounted, "mount -t tmpfs is refused here (it takes root)");
    return disk;
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", folder.resolve("disk").toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws Exception {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return false;
    }
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  private StoreException.Unavailable refusal(Path file, byte[] wanted) {
    DurableFile durable =
        new DurableFile(file, () -> folder.resolve("state"), Duration.ofSeconds(10), notice -> {});
    return catchThrowableOfType(
        StoreException.Unavailable.class, () -> durable.update(before -> wanted.clone()));
  }

  @Test
  void onAFullDiskTheOldFileStaysAndNoOther() throws Exception {
    Path disk = mount("size=64k");
    Path file = disk.resolve("secrets");
    Files.writeString(file, "old");
    run("chmod", "600", file.toString());

    StoreException.Unavailable refusal = refusal(file, new byte[200_000]);

    assertThat(refusal.message()).contains(file.toString()).contains("as it was");
    assertThat(file).hasContent("old");
    try (var files = Files.list(disk)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aDiskWithNoRoomAtAllIsSaidToBeFull() throws Exception {
    Path disk = mount("size=64k");
    Path file = disk.resolve("secrets");
    Files.writeString(file, "old");
    run("chmod", "600", file.toString());
    Files.write(disk.resolve("filler"), new byte[60 * 1024]);

    StoreException.Unavailable refusal = refusal(file, new byte[100]);

    assertThat(refusal.hint()).hasValueSatisfying(h -> assertThat(h).contains("free some space"));
    assertThat(file).hasContent("old");
  }

  @Test
  void aReadOnlyDiskIsSaidToBeOne() throws Exception {
    Path disk = mount("size=64k");
    Path file = disk.resolve("secrets");
    Files.writeString(file, "old");
    run("chmod", "600", file.toString());
    assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();

    StoreException.Unavailable refusal = refusal(file, new byte[100]);

    assertThat(refusal.message()).contains(file.toString());
    assertThat(refusal.hint()).hasValueSatisfying(h -> assertThat(h).contains("read-only"));
    assertThat(file).hasContent("old");
  }
}
