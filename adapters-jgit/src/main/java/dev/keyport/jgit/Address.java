package dev.keyport.jgit;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import java.util.Optional;
import org.eclipse.jgit.transport.URIish;

/**
 * What JGit wants a credential for.
 *
 * @param scheme as the address has it
 * @param host as the address has it
 * @param port negative where none is named
 * @param user the login that the address names; empty where it names none
 */
record Address(String scheme, String host, int port, String user) {
  /** Empty for a path, and for what names no host. */
  static Optional<Address> of(URIish uri) {
    String scheme = uri.getScheme();
    String host = uri.getHost();
    if (scheme == null || host == null) {
      return Optional.empty();
    }
    String user = uri.getUser();
    return Optional.of(new Address(scheme, host, uri.getPort(), user == null ? "" : user));
  }

  /** Whether a credential of that host may be sent here. */
  boolean isOf(Host owner) {
    return owner.covers(scheme, host, port);
  }

  /** Whether the address leaves the login open, or names this one. */
  boolean admits(Credential credential) {
    return user.isEmpty() || user.equals(credential.login());
  }

  /** The host here, if a credential of it may be sent at all. */
  Optional<Host> asHost() {
    try {
      return Optional.of(Host.parse(port < 0 ? host : host + ":" + port)).filter(this::isOf);
    } catch (UsageException e) {
      // JGit is laxer about names; there is no credential for what is none.
      return Optional.empty();
    }
  }
}
