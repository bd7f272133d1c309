package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ExposureTest {
  /** Another address of this machine; only Linux has all of 127.0.0.0/8 without set-up. */
  private static final String ELSEWHERE = "127.0.0.2";

  @Test
  @EnabledOnOs(OS.LINUX)
  void isReachedAtLoopbackAlone() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      assertThatThrownBy(() -> connect(sandbox.api().getPort()))
          .isInstanceOf(ConnectException.class);
      assertThatThrownBy(() -> connect(sandbox.git().getPort()))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isReachedFromElsewhereWhenToldSo() throws IOException {
    SandboxOptions options = SandboxOptions.defaults().withExposure(Exposure.LOOPBACK.everywhere());
    try (Sandbox sandbox = Sandbox.start(options)) {
      assertThat(connect(sandbox.api().getPort())).isTrue();
      assertThat(connect(sandbox.git().getPort())).isTrue();
    }
  }

  @Test
  void tellsTheAnnouncedPorts() throws IOException {
    SandboxOptions options =
        SandboxOptions.defaults()
            .withExposure(Exposure.LOOPBACK.withAnnouncedPort(81).withAnnouncedGitPort(82));
    try (Sandbox sandbox = Sandbox.start(options)) {
      assertThat(sandbox.api()).hasToString("http://127.0.0.1:81");
      assertThat(sandbox.git()).hasToString("http://localhost:82");
    }
  }

  private static boolean connect(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(ELSEWHERE, port), 10_000);
      return socket.isConnected();
    }
  }
}
