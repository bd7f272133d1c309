package dev.keyport.benchmarks;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.netrc.NetrcTokenStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/** Netrcs of three-line entries: 6.2 MB when there are 100,000. All of it is made up. */
public final class SampleNetrc {
  /** Everybody's. */
  static final String LOGIN = "ann";

  private SampleNetrc() {}

  /** The file of so many entries. */
  public static byte[] bytes(int entries) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < entries; i++) {
      text.append("machine ").append(host(i)).append('\n');
      text.append("  login ").append(LOGIN).append('\n');
      text.append("  password ").append(password(i)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  static Host lastHost(int entries) {
    return Host.parse(host(entries - 1));
  }

  static String lastPassword(int entries) {
    return password(entries - 1);
  }

  private static String host(int i) {
    return String.format("host%05d.example", i);
  }

  private static String password(int i) {
    return String.format("secret-%05d", i);
  }

  /** Writes that file, 0600 since Ruby's netrc takes no other. */
  static Path write(Path folder, int entries) throws IOException {
    Path file = folder.resolve(entries + ".netrc");
    Files.write(file, bytes(entries));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  static TokenStore open(Path file) {
    Path folder = file.toAbsolutePath().resolveSibling("state");
    Machine machine = new Machine(Map.of("XDG_STATE_HOME", folder.toString()), folder, "Linux");
    return NetrcTokenStore.open(
        file,
        new StoreContext(machine, InteractionPolicy.NEVER, Duration.ofSeconds(20), notice -> {}));
  }
}
