package dev.keyport.jgit;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import java.util.Objects;
import java.util.Optional;

/** Whatever host is asked for; what the facade keeps of it for a while is only tried first. */
record KeyportSource(Keyport keyport) implements Source {
  KeyportSource {
    Objects.requireNonNull(keyport, "keyport");
  }

  @Override
  public Optional<Credential> find(Address address) {
    return address.asHost().flatMap(host -> find(host, address.user()));
  }

  private Optional<Credential> find(Host host, String user) {
    if (user.isEmpty()) {
      return keyport.find(host);
    }
    return keyport
        .find(new CredentialId(host, user))
        .or(() -> keyport.find(new CredentialId(host.withoutPort(), user)));
  }

  @Override
  public Optional<Credential> other(Address address, Credential refused) {
    return address.user().isEmpty()
        ? address.asHost().flatMap(host -> keyport.findOther(host, refused))
        : find(address).filter(found -> !found.isSameLogin(refused));
  }

  @Override
  public void forget(Address address) {
    if (address.user().isEmpty()) {
      address
          .asHost()
          .ifPresent(host -> keyport.find(host).ifPresent(kept -> keyport.findOther(host, kept)));
    }
  }
}
