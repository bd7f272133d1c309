package dev.keyport.domain.moving;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A store of separate items: a kill may come before a change, between two items of one, and after.
 * A failure takes the change back, as every store promises. What it keeps outlives its closing.
 */
final class FusedStore implements TokenStore {
  private final StoreSpec spec;
  private final Fuse fuse;
  private final Map<CredentialId, Credential> items = new LinkedHashMap<>();
  private StoreTraits traits = new StoreTraits(true, 1000, true, Reach.KEYPORT);
  private Runnable onSaved = () -> {};
  private Runnable onRemoving = () -> {};
  private Optional<StoreException> broken = Optional.empty();

  FusedStore(String name, Fuse fuse) {
    this.spec = StoreSpec.parse(name);
    this.fuse = fuse;
  }

  FusedStore with(StoreTraits stated) {
    traits = stated;
    return this;
  }

  /** Another program, which comes in just after the next save. */
  void afterSave(Runnable other) {
    onSaved = other;
  }

  /** Another program, which comes in just before the next removal. */
  void beforeRemoval(Runnable other) {
    onRemoving = other;
  }

  void breakWith(StoreException failure) {
    broken = Optional.of(failure);
  }

  /** Puts it there, as another program does. */
  void put(String host, String login, String secret) {
    Credential credential = MovingWorld.credential(host, login, secret);
    items.put(credential.id(), credential);
  }

  void drop(String host, String login) {
    items.remove(new CredentialId(Host.parse(host), login));
  }

  /** What it holds: {@code login@host=secret}. */
  List<String> held() {
    return items.values().stream()
        .map(c -> c.login() + "@" + c.host() + "=" + c.secret().reveal())
        .sorted()
        .collect(Collectors.toList());
  }

  @Override
  public StoreSpec spec() {
    return spec;
  }

  @Override
  public StoreTraits traits() {
    return traits;
  }

  private void read() {
    if (broken.isPresent()) {
      throw broken.get();
    }
    fuse.tick();
  }

  @Override
  public Optional<Credential> find(Host host) {
    read();
    return items.values().stream().filter(c -> c.host().equals(host)).findFirst();
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    read();
    return Optional.ofNullable(items.get(id));
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    Saved saved = rehearse(credentials);
    Map<CredentialId, Credential> before = new LinkedHashMap<>(items);
    try {
      fuse.tick();
      saved.displaced().forEach(old -> items.remove(old.id()));
      for (Credential credential : credentials) {
        items.put(credential.id(), credential);
        fuse.tick();
      }
    } catch (StoreException e) {
      items.clear();
      items.putAll(before);
      throw e;
    }
    Runnable other = onSaved;
    onSaved = () -> {};
    other.run();
    return saved;
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    List<CredentialId> removed = new ArrayList<>();
    Map<CredentialId, Credential> before = new LinkedHashMap<>(items);
    try {
      fuse.tick();
      for (CredentialId id : ids) {
        if (items.remove(id) != null) {
          removed.add(id);
        }
        fuse.tick();
      }
    } catch (StoreException e) {
      items.clear();
      items.putAll(before);
      throw e;
    }
    return removed;
  }

  @Override
  public List<CredentialId> removeUnchanged(Collection<Credential> expected) {
    Runnable other = onRemoving;
    onRemoving = () -> {};
    other.run();
    return TokenStore.super.removeUnchanged(expected);
  }

  @Override
  public List<CredentialId> list() {
    read();
    return List.copyOf(items.keySet());
  }

  @Override
  public StoreStatus status() {
    return new StoreStatus.Ready("for a test");
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
