package dev.keyport.sandbox;

import java.time.Clock;
import java.util.OptionalInt;

/**
 * How a sandbox is started. Immutable; the {@code with} methods return a changed copy.
 *
 * @param port the API's port; 0 for a free one
 * @param gitPort the git host's port; 0 for a free one
 * @param clock what time it is, for expiry, second factors and the rate limit
 * @param pageSize entries of a page when a client names no number, from 1 to 1000
 * @param exposure who can reach it, and the ports it tells them
 * @param autoApprove whether a plain GET of the browser login's page finishes the login, for the
 *     account that a password is enough for
 * @param tls whether the API, the login service and the git host speak https, with a certificate
 *     authority made at the start
 * @param sshPort the port of git over SSH, 0 for a free one; empty for no SSH
 */
public record SandboxOptions(
    int port,
    int gitPort,
    Clock clock,
    int pageSize,
    Exposure exposure,
    boolean autoApprove,
    boolean tls,
    OptionalInt sshPort) {
  private static final int HIGHEST_PORT = 65_535;

  /** Checks the numbers. */
  public SandboxOptions {
    if (port < 0 || port > HIGHEST_PORT || gitPort < 0 || gitPort > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is a number from 0 to 65535");
    }
    if (sshPort.isPresent() && (sshPort.getAsInt() < 0 || sshPort.getAsInt() > HIGHEST_PORT)) {
      throw new IllegalArgumentException("a port is a number from 0 to 65535");
    }
    if (pageSize < 1 || pageSize > Choices.MAX_PAGE_SIZE) {
      throw new IllegalArgumentException("a page has from 1 to 1000 entries");
    }
  }

  /** Loopback, free ports, the system's clock, pages as large as Heroku's. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        0,
        0,
        Clock.systemUTC(),
        Choices.PAGE_SIZE,
        Exposure.LOOPBACK,
        false,
        false,
        OptionalInt.empty());
  }

  /** These options with another port for the API. */
  public SandboxOptions withPort(int number) {
    return new SandboxOptions(
        number, gitPort, clock, pageSize, exposure, autoApprove, tls, sshPort);
  }

  /** These options with another port for git. */
  public SandboxOptions withGitPort(int number) {
    return new SandboxOptions(port, number, clock, pageSize, exposure, autoApprove, tls, sshPort);
  }

  /** These options with another clock. */
  public SandboxOptions withClock(Clock other) {
    return new SandboxOptions(port, gitPort, other, pageSize, exposure, autoApprove, tls, sshPort);
  }

  /** These options with another number of entries on a page. */
  public SandboxOptions withPageSize(int number) {
    return new SandboxOptions(port, gitPort, clock, number, exposure, autoApprove, tls, sshPort);
  }

  /** These options with another exposure. */
  public SandboxOptions withExposure(Exposure other) {
    return new SandboxOptions(port, gitPort, clock, pageSize, other, autoApprove, tls, sshPort);
  }

  /** These options, with a browser login finished by the first look at its page. */
  public SandboxOptions withAutoApprove() {
    return new SandboxOptions(port, gitPort, clock, pageSize, exposure, true, tls, sshPort);
  }

  /** These options, over https. */
  public SandboxOptions withTls() {
    return new SandboxOptions(port, gitPort, clock, pageSize, exposure, autoApprove, true, sshPort);
  }

  /** These options, with git over SSH at this port. */
  public SandboxOptions withSshPort(int number) {
    OptionalInt ssh = OptionalInt.of(number);
    return new SandboxOptions(port, gitPort, clock, pageSize, exposure, autoApprove, tls, ssh);
  }
}
