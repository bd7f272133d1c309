package dev.keyport.keychain;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the D-Bus session bus listens, found as the D-Bus specification and libdbus find it: {@code
 * DBUS_SESSION_BUS_ADDRESS}, else {@code $XDG_RUNTIME_DIR/bus}. Nothing is launched: {@code
 * autolaunch:} counts as no bus.
 */
final class SessionBusAddress {
  private SessionBusAddress() {}

  /**
   * The first address of the machine's list that a Java program can connect to.
   *
   * @throws StoreException.Absent when there is no session bus
   * @throws StoreException.Unavailable when there is one that can't be reached from Java
   */
  static String of(Machine machine) {
    Optional<String> named = machine.variable("DBUS_SESSION_BUS_ADDRESS");
    if (named.isEmpty()) {
      return machine
          .variable("XDG_RUNTIME_DIR")
          .map(folder -> Path.of(folder, "bus"))
          .filter(Files::exists)
          .map(socket -> "unix:path=" + socket)
          .orElseThrow(SessionBusAddress::noBus);
    }
    boolean bus = false;
    for (String address : named.get().split(";", -1)) {
      if (address.startsWith("unix:path=")) {
        return address;
      }
      bus |= !address.isEmpty() && !address.startsWith("autolaunch:");
    }
    if (bus) {
      throw new StoreException.Unavailable(
          "the session bus listens where Java can't connect: DBUS_SESSION_BUS_ADDRESS has no"
              + " unix:path= address",
          "start the bus with a socket in the file system, as dbus-run-session does",
          null);
    }
    throw noBus();
  }

  private static StoreException.Absent noBus() {
    return new StoreException.Absent(
        "there is no keyring here: no D-Bus session bus (neither DBUS_SESSION_BUS_ADDRESS nor"
            + " $XDG_RUNTIME_DIR/bus)",
        "log in to a desktop session, or use another store, such as netrc");
  }
}
