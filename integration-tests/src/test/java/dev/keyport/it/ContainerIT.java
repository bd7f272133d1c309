package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The image of the sandbox: small, and with nothing in it but the sandbox. */
@ExtendWith(SandboxImage.class)
@Testcontainers
class ContainerIT {
  private static final long MOST_BYTES = 80_000_000;

  @Container static final SandboxContainer SANDBOX = new SandboxContainer();

  @Test
  void isSmall() {
    assertThat(image().getSize()).isBetween(1L, MOST_BYTES);
  }

  @Test
  void runsAsAUserWhoIsNotRoot() {
    assertThat(Objects.requireNonNull(image().getConfig()).getUser()).isEqualTo("10001:10001");
  }

  @Test
  void engineFindsItHealthyWithoutAShell() {
    Wait.forHealthcheck().waitUntilReady(SANDBOX);

    assertThat(SANDBOX.health()).isEqualTo("healthy");
    assertThat(SANDBOX.requests()).noneMatch(request -> request.contains("__sandbox"));
  }

  @Test
  void hasNoShellToRun() throws IOException, InterruptedException {
    assertThat(SANDBOX.execInContainer("/java/bin/java", "-version").getExitCode()).isZero();
    for (String shell : List.of("sh", "/bin/sh", "/bin/bash", "/bin/busybox")) {
      assertThat(SANDBOX.execInContainer(shell, "-c", "true").getExitCode()).as(shell).isNotZero();
    }
  }

  @Test
  void holdsTheRunTimeTheSandboxAndLibrariesAlone() throws IOException {
    // Docker itself puts the rest into every container.
    assertThat(files())
        .contains("java/bin/java", "app/classes/dev/keyport/sandbox/SandboxMain.class")
        .allMatch(
            file -> file.matches("(java|app)/.*|.*/[^/]*\\.so[.\\d]*|(etc|dev)/.*|\\.dockerenv"))
        .noneMatch(file -> file.endsWith("Test.class"));
  }

  private static List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            docker().copyArchiveFromContainerCmd(SANDBOX.getContainerId(), "/").exec())) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.add(entry.getName().replaceFirst("^[./]*/", ""));
        }
      }
    }
    return files;
  }

  private static InspectImageResponse image() {
    return docker().inspectImageCmd(SandboxImage.NAME).exec();
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }
}
