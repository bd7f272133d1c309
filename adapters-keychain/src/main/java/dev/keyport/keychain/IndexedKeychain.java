package dev.keyport.keychain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A keychain over one that can't list: what Keyport wrote is kept in an index, and nothing else is
 * read. An id enters the index before its secret is written and leaves it after the secret is gone,
 * so that a crash leaves no secret that is not listed; an id without a secret is passed over.
 */
final class IndexedKeychain implements Keychain {
  private final Platform platform;
  private final SimpleKeyring keyring;
  private final IdFile index;

  IndexedKeychain(Platform platform, SimpleKeyring keyring, IdFile index) {
    this.platform = platform;
    this.keyring = keyring;
    this.index = index;
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(true, platform.maxSecretBytes(), true, Reach.KEYPORT);
  }

  @Override
  public void check(Credential credential) {
    platform.check(credential);
  }

  @Override
  public String open(Deadline deadline) {
    keyring.open(deadline);
    return platform.title();
  }

  /** None of them is told apart when it is locked: macOS and KWallet ask by themselves. */
  @Override
  public void unlock(Prompting prompting, Deadline deadline) {
    keyring.open(deadline);
  }

  @Override
  public List<String> warnings(Deadline deadline) {
    return List.of();
  }

  @Override
  public void openForWriting(Deadline deadline) {
    keyring.open(deadline);
  }

  @Override
  public List<CredentialId> list(Deadline deadline) {
    return List.copyOf(index.read());
  }

  @Override
  public Optional<Credential> first(Host host, Deadline deadline) {
    for (CredentialId id : index.read()) {
      if (id.host().equals(host)) {
        Optional<Secret> secret = secret(id, deadline);
        if (secret.isPresent()) {
          return Optional.of(new Credential(host, id.login(), secret.get()));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Secret> get(CredentialId id, Deadline deadline) {
    return index.read().contains(id) ? secret(id, deadline) : Optional.empty();
  }

  private Optional<Secret> secret(CredentialId id, Deadline deadline) {
    return keyring.get(id.host().toString(), id.login(), deadline).map(Secret::of);
  }

  @Override
  public void put(CredentialId id, Secret secret, Deadline deadline) {
    List<CredentialId> ids = new ArrayList<>(index.read());
    if (!ids.contains(id)) {
      refuseIfTaken(id, ids);
      ids.add(id);
      index.write(ids);
    }
    keyring.set(id.host().toString(), id.login(), secret.reveal(), deadline);
  }

  private void refuseIfTaken(CredentialId id, List<CredentialId> ids) {
    for (CredentialId other : ids) {
      if (!platform.isCaseSensitive()
          && other.host().equals(id.host())
          && other.login().equalsIgnoreCase(id.login())) {
        throw platform.refused("both " + other + " and " + id + ", which differ in case alone");
      }
    }
  }

  @Override
  public void delete(CredentialId id, Deadline deadline) {
    List<CredentialId> ids = new ArrayList<>(index.read());
    if (ids.contains(id)) {
      keyring.delete(id.host().toString(), id.login(), deadline);
      ids.remove(id);
      index.write(ids);
    }
  }

  @Override
  public void close() {
    keyring.close();
  }
}
