package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A home folder with a netrc in it, and what was told to the person. */
final class StoreFixture {
  final Path home;
  final List<String> notices = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private String osName = "Linux";
  private InteractionPolicy policy = InteractionPolicy.NEVER;

  StoreFixture(Path home) {
    this.home = home;
  }

  StoreFixture on(String os) {
    osName = os;
    return this;
  }

  StoreFixture asking(InteractionPolicy whether) {
    policy = whether;
    return this;
  }

  StoreFixture with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  TokenStore open(String argument) {
    return new NetrcTokenStoreProvider()
        .open(
            new StoreSpec("netrc", argument),
            new StoreContext(
                new Machine(environment, home, osName),
                policy,
                Duration.ofSeconds(20),
                notices::add));
  }

  TokenStore open() {
    return open("");
  }

  Path netrc() {
    return home.resolve(".netrc");
  }

  /** Writes the netrc of the home folder, 0600. */
  void write(String text) throws IOException {
    Files.writeString(netrc(), text);
    mode(netrc(), "rw-------");
  }

  String text() throws IOException {
    return Files.readString(netrc());
  }

  static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  static Credential credential(String host, String login, String secret) {
    return new Credential(Host.parse(host), login, Secret.of(secret));
  }

  static String revealed(Optional<Credential> found) {
    return found.map(c -> c.login() + "=" + c.secret().reveal()).orElse("nothing");
  }
}
