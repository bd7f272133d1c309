package dev.keyport.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.OptionalInt;

/**
 * From where a sandbox is reached. Immutable; the {@code with} methods return a changed copy.
 *
 * @param all whether it listens on every address of the machine, and not on 127.0.0.1 alone
 * @param announcedPort the port in the addresses of the API that it tells; empty for the one it
 *     listens on
 * @param announcedGitPort the same of the git host
 */
public record Exposure(boolean all, OptionalInt announcedPort, OptionalInt announcedGitPort) {
  /** Reached from this machine alone, at the ports that are listened on. */
  public static final Exposure LOOPBACK =
      new Exposure(false, OptionalInt.empty(), OptionalInt.empty());

  /** This exposure, listening on every address. */
  public Exposure everywhere() {
    return new Exposure(true, announcedPort, announcedGitPort);
  }

  /** This exposure with another port told for the API. */
  public Exposure withAnnouncedPort(int port) {
    return new Exposure(all, OptionalInt.of(port), announcedGitPort);
  }

  /** This exposure with another port told for the git host. */
  public Exposure withAnnouncedGitPort(int port) {
    return new Exposure(all, announcedPort, OptionalInt.of(port));
  }

  InetAddress address() {
    try {
      return all
          ? InetAddress.getByAddress(new byte[4])
          : InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }
}
