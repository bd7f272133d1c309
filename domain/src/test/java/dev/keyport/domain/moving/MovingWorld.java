package dev.keyport.domain.moving;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.TokenFingerprint;
import dev.keyport.testkit.InMemoryMetadataStore;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/** Two stores, what is known of their credentials, and a journal; all outlive a process. */
final class MovingWorld {
  static final StoreSpec FROM = StoreSpec.parse("old");
  static final StoreSpec TO = StoreSpec.parse("new");
  static final StoreTraits ONE_LOGIN_A_HOST = new StoreTraits(false, 1000, false, Reach.TOOLS);

  final Fuse fuse = new Fuse();
  final FusedStore from = new FusedStore("old", fuse);
  final FusedStore to = new FusedStore("new", fuse);
  final InMemoryMetadataStore known = new InMemoryMetadataStore();
  final Journal journal = new Journal();

  static Credential credential(String host, String login, String secret) {
    return new Credential(Host.parse(host), login, Secret.of(secret));
  }

  static CredentialId id(String host, String login) {
    return new CredentialId(Host.parse(host), login);
  }

  private TokenStore open(StoreSpec spec) {
    return spec.equals(FROM) ? from : to;
  }

  /** A new process. */
  MoveCredentials process() {
    return new MoveCredentials(this::open, new FusedMetadata(), journal);
  }

  Moved move() {
    MoveCredentials moving = process();
    return moving.move(moving.plan(FROM, TO, Optional.empty()));
  }

  Moved undo() {
    MoveCredentials moving = process();
    return moving.undo(moving.last());
  }

  /** What is known of a login, kept for this store. */
  void know(StoreSpec store, String host, String login, String secret) {
    known.save(
        store,
        id(host, login),
        new Metadata(
            LoginKind.BROWSER,
            Optional.of("authorization-of-" + secret),
            Optional.empty(),
            TokenFingerprint.of(Secret.of(secret), new SecureRandom())));
  }

  /** The authorization that is known for a login in this store. */
  Optional<String> authorization(StoreSpec store, String host, String login) {
    return known.find(store, id(host, login)).flatMap(Metadata::authorizationId);
  }

  /** Kept in memory; a kill may come before a note and after it. */
  final class Journal implements MoveJournal {
    private Optional<MoveRecord> noted = Optional.empty();

    Optional<MoveRecord> noted() {
      return noted;
    }

    @Override
    public Optional<MoveRecord> read() {
      return noted;
    }

    @Override
    public void write(MoveRecord record) {
      fuse.tick();
      noted = Optional.of(record);
      fuse.tick();
    }

    @Override
    public void clear() {
      fuse.tick();
      noted = Optional.empty();
      fuse.tick();
    }

    @Override
    public <T> T alone(Supplier<T> action) {
      return action.get();
    }

    @Override
    public String place() {
      return "a test's";
    }
  }

  private final class FusedMetadata implements MetadataStore {
    @Override
    public Optional<Metadata> find(StoreSpec store, CredentialId id) {
      return known.find(store, id);
    }

    @Override
    public void save(StoreSpec store, CredentialId id, Metadata metadata) {
      fuse.tick();
      known.save(store, id, metadata);
      fuse.tick();
    }

    @Override
    public void remove(StoreSpec store, CredentialId id) {
      fuse.tick();
      known.remove(store, id);
      fuse.tick();
    }
  }
}
