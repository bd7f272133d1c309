package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states of a keyring that can't be used, each told from the others, nobody prompted. */
class SecretServiceStatesTest {
  private static final Host HOST = Host.parse("api.states.example");
  private static final CredentialId ANN = new CredentialId(HOST, "ann");
  private static final Duration SHORT = Duration.ofMillis(500);

  @TempDir private Path folder;

  private static TokenStore open(Machine machine, Duration timeout) {
    return new KeychainTokenStoreProvider()
        .open(
            StoreSpec.parse("keychain"),
            new StoreContext(machine, InteractionPolicy.NEVER, timeout, notice -> {}));
  }

  private Machine machine(Map<String, String> environment) {
    return new Machine(environment, folder.resolve("home"), "Linux");
  }

  private static void everyCallRaises(
      TokenStore store, Class<? extends StoreException> type, String message) {
    List<ThrowingCallable> calls =
        List.of(
            () -> store.find(HOST),
            () -> store.find(ANN),
            store::list,
            () -> store.save(List.of(new Credential(HOST, "ann", Secret.of("s3cret")))),
            () -> store.remove(List.of(ANN)));
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call)
          .isInstanceOf(type)
          .hasMessageContaining(message)
          .satisfies(it -> assertThat(((StoreException) it).hint()).as("the way out").isPresent());
    }
  }

  @Test
  void withNoSessionBusItIsAbsent() {
    try (TokenStore store = open(machine(Map.of("XDG_RUNTIME_DIR", folder.toString())), SHORT)) {
      assertThat(store.status()).isInstanceOf(StoreStatus.Absent.class);
      everyCallRaises(store, StoreException.Absent.class, "no D-Bus session bus");
    }
  }

  @Test
  void withABusToBeLaunchedItIsAbsent() {
    try (TokenStore store =
        open(machine(Map.of("DBUS_SESSION_BUS_ADDRESS", "autolaunch:")), SHORT)) {
      assertThat(store.status()).isInstanceOf(StoreStatus.Absent.class);
    }
  }

  @Test
  void withABusThatJavaCantReachItIsUnavailable() {
    String address = "unix:abstract=/tmp/dbus-states,guid=0123456789abcdef0123456789abcdef";
    try (TokenStore store = open(machine(Map.of("DBUS_SESSION_BUS_ADDRESS", address)), SHORT)) {
      assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
      everyCallRaises(store, StoreException.Unavailable.class, "unix:path=");
    }
  }

  @Test
  void withAnAddressWhereNothingListensItIsUnavailable() {
    String address = "unix:path=" + folder.resolve("nobody");
    try (TokenStore store =
        open(machine(Map.of("DBUS_SESSION_BUS_ADDRESS", address)), Duration.ofSeconds(5))) {
      assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
      everyCallRaises(store, StoreException.Unavailable.class, folder.resolve("nobody").toString());
    }
  }

  @Test
  void aBusThatNeverAnswersIsTimedOutAndNotAbsent() throws Exception {
    Path socket = folder.resolve("silent");
    try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      silent.bind(UnixDomainSocketAddress.of(socket));
      try (TokenStore store =
          open(machine(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket)), SHORT)) {
        assertThat(store.status())
            .isInstanceOfSatisfying(
                StoreStatus.Unavailable.class,
                it -> assertThat(it.failure()).isInstanceOf(StoreException.TimedOut.class));
        everyCallRaises(store, StoreException.TimedOut.class, "500 ms");
      }
    }
  }

  @Test
  void withABusThatNobodyServesSecretsOnItIsAbsent() throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder);
        TokenStore store = open(session.machine(), PrivateSession.PATIENCE)) {
      assertThat(store.status()).isInstanceOf(StoreStatus.Absent.class);
      everyCallRaises(store, StoreException.Absent.class, "org.freedesktop.secrets");
    }
  }

  @Test
  void withNoDefaultKeyringItIsUnavailable() throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyringUnasked();
      try (TokenStore store = open(session.machine(), PrivateSession.PATIENCE)) {
        assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
        everyCallRaises(store, StoreException.Unavailable.class, "no default keyring");
      }
    }
  }

  @Test
  void aLockedKeyringIsLockedAndNothingIsWritten() throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      try (TokenStore store = open(session.machine(), PrivateSession.PATIENCE)) {
        store.save(List.of(new Credential(HOST, "ann", Secret.of("s3cret"))));
        session.lock();

        assertThat(store.status()).isInstanceOf(StoreStatus.Locked.class);
        everyCallRaises(store, StoreException.Locked.class, "is locked");
      }
    }
  }

  /** gnome-keyring takes a window that it can't show for one that was closed. */
  @Test
  void aLockedKeyringThatCanShowNoWindowStaysLocked() throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      session.lock();
      StoreContext context =
          new StoreContext(
              session.machine(), InteractionPolicy.ALWAYS, PrivateSession.PATIENCE, notice -> {});
      try (TokenStore store =
          new KeychainTokenStoreProvider().open(StoreSpec.parse("keychain"), context)) {
        assertThatThrownBy(() -> store.find(HOST)).isInstanceOf(StoreException.Locked.class);
      }
    }
  }

  @Test
  void aKeyringThatStopsAnsweringIsTimedOutAndNotAbsent() throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      Process keyring = session.startKeyring();
      try (TokenStore store = open(session.machine(), Duration.ofSeconds(2))) {
        assertThat(store.status()).isInstanceOf(StoreStatus.Ready.class);
        PrivateSession.freeze(keyring);

        everyCallRaises(store, StoreException.TimedOut.class, "2000 ms");
      }
    }
  }

  @Test
  void aKeyringThatIsRestartedIsUsedAgain() throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      Process keyring = session.startKeyring();
      try (TokenStore store = open(session.machine(), PrivateSession.PATIENCE)) {
        store.save(List.of(new Credential(HOST, "ann", Secret.of("s3cret"))));
        keyring.destroyForcibly().onExit().join();
        session.startKeyring();

        assertThat(store.find(HOST)).contains(new Credential(HOST, "ann", Secret.of("s3cret")));
      }
    }
  }

  @Test
  void closingLeavesNoThreadOfTheConnection() throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
      try (TokenStore store = open(session.machine(), PrivateSession.PATIENCE)) {
        store.save(List.of(new Credential(HOST, "ann", Secret.of("s3cret"))));
      }

      PrivateSession.await(
          "the threads of the connection end",
          () ->
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> !before.contains(thread))
                  .noneMatch(thread -> thread.getName().matches("(?i).*(dbus|keyport).*")));
    }
  }

  @Test
  void aWriteWhoseLockFileCantBeMadeIsUnavailable() throws Exception {
    PrivateSession.requirePrograms();
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      Path state = session.machine().stateFolder();
      Files.createDirectories(session.machine().home().resolve(".local/state"));
      Files.writeString(state, "a file where the folder should be");
      try (TokenStore store = open(session.machine(), PrivateSession.PATIENCE)) {
        assertThatThrownBy(
                () -> store.save(List.of(new Credential(HOST, "ann", Secret.of("s3cret")))))
            .isInstanceOf(StoreException.Unavailable.class)
            .hasMessageContaining("the keychain can't be locked")
            .hasMessageContaining(state.toString());
        assertThat(store.find(HOST)).isEmpty();
      }
    }
  }
}
