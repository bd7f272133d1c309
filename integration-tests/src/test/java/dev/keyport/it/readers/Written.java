package dev.keyport.it.readers;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreWarning;
import dev.keyport.netrc.NetrcTokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A sample that the netrc store has saved.
 *
 * @param sample what was saved
 * @param home the folder that has the {@code .netrc}, of a name that no other has
 * @param host the host as a program asks for it: in lower case, without brackets
 * @param notices what was said of the save
 * @param warnings what the store's status says of the file since
 */
record Written(Sample sample, Path home, String host, List<String> notices, List<String> warnings) {

  Written {
    notices = List.copyOf(notices);
    warnings = List.copyOf(warnings);
  }

  static Written by(Sample sample, Path home) throws IOException {
    Files.createDirectories(home);
    Path netrc = home.resolve(".netrc");
    if (!sample.before().isEmpty()) {
      Files.writeString(netrc, sample.before());
      Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-------"));
    }
    List<String> notices = new ArrayList<>();
    StoreContext context =
        new StoreContext(
            new Machine(Map.of(), home, "Linux"),
            InteractionPolicy.NEVER,
            Duration.ofSeconds(20),
            notices::add);
    Host host = Host.parse(sample.host());
    try (NetrcTokenStore store = NetrcTokenStore.open(netrc, context)) {
      store.save(List.of(new Credential(host, sample.login(), Secret.of(sample.secret()))));
      List<String> warnings =
          store.status() instanceof StoreStatus.Ready ready
              ? ready.warnings().stream().map(StoreWarning::sentence).toList()
              : List.of();
      return new Written(sample, home, host.name(), notices, warnings);
    }
  }

  /** What tells it from the others. */
  String key() {
    return String.valueOf(home.getFileName());
  }

  Path netrc() {
    return home.resolve(".netrc");
  }

  /** The host as it stands in an address. */
  String hostInAddress() {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}
