package dev.keyport.jgit;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.token.CachedCredential;
import java.util.Objects;
import java.util.Optional;

/** One host's credential. */
record CachedSource(Host host, CachedCredential credential) implements Source {
  CachedSource {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(credential, "credential");
  }

  @Override
  public Optional<Credential> find(Address address) {
    return address.isOf(host) ? credential.get().filter(address::admits) : Optional.empty();
  }

  @Override
  public Optional<Credential> other(Address address, Credential refused) {
    return address.isOf(host)
        ? credential.other(refused::isSameLogin).filter(address::admits)
        : Optional.empty();
  }

  @Override
  public void forget(Address address) {
    if (address.isOf(host)) {
      credential.forget();
    }
  }
}
