package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.Command.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurlTest {
  @Test
  void curlFindsTheTokenInANetrc(@TempDir Path home) throws IOException {
    Tools.need("curl");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      String token = sandbox.accounts().main().defaultToken().orElseThrow();
      Files.writeString(
          home.resolve(".netrc"), "machine 127.0.0.1 login dev@example.com password " + token);

      Result result = Command.run(home, "curl", "-sSfn", sandbox.api() + "/apps");

      assertThat(result.exit()).isZero();
      byte[] body = result.output().getBytes(StandardCharsets.UTF_8);
      assertThat(Json.read(body).at("/0/name").asString()).isEqualTo("keyport-demo");
    }
  }
}
