package dev.keyport.cli.ssh;

import dev.keyport.cli.io.ToolProcess;
import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** ssh-keygen(1), at the terminal. */
final class SshKeygen {
  private SshKeygen() {}

  /** Makes an ed25519 key; the passphrase is between ssh-keygen and the terminal. */
  static void asking(Path key) {
    run(key, ToolProcess.of("ssh-keygen", "-q", "-t", "ed25519", "-f", key.toString()));
  }

  /** Makes one that asks nobody for anything, now or later. */
  static void withoutPassphrase(Path key) {
    run(key, ToolProcess.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()));
  }

  private static void run(Path key, ProcessBuilder command) {
    try {
      makeFolder(key.toAbsolutePath().getParent());
      Process process =
          command
              .inheritIO()
              // Its answer is not ours: stdout carries only what the verb answers.
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new UsageException("ssh-keygen made no key", "run it yourself, then give its file");
      }
    } catch (IOException e) {
      throw new UsageException(
          "ssh-keygen can't be run: " + e.getClass().getSimpleName(),
          "install OpenSSH, or give the path of a .pub file");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedByPersonException("making a key was stopped");
    }
  }

  private static void makeFolder(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }
}
