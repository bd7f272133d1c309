package dev.keyport.examples;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A credential for each user of a server. */
public final class Server {
  private Server() {}

  // begin: server
  static Keyport of(Path userFolder) {
    return Keyport.builder()
        // Nothing of the server's own environment or home folder is read.
        .machine(new Machine(Map.of(), userFolder, System.getProperty("os.name")))
        .store("netrc:" + userFolder.resolve("netrc"))
        .policy(InteractionPolicy.NEVER)
        .keepFor(Duration.ofSeconds(30))
        .build();
  }
  // end: server
}
