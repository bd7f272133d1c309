package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A place that keeps credentials: a netrc file, an OS keychain, memory.
 *
 * <pre>{@code
 * Host host = Host.parse("api.heroku.com");
 * Credential mine = new Credential(host, "ann@example.com", Secret.copyOf(typed));
 * Saved saved = store.save(List.of(mine));
 * try {
 *   use(store.find(host).orElseThrow());
 * } catch (IOException e) {
 *   store.undo(saved);
 * }
 * }</pre>
 *
 * <p>"Not here" is an empty answer; "broke" is a {@link StoreException} whose type says how. The
 * two never mix, so that a locked store is not taken for an empty one. Every call returns within
 * the store's deadline. Implementations are safe for use by several threads, and by several
 * processes on the same store. What a store promises in full is the contract kit that each passes:
 * {@code dev.keyport.testkit.TokenStoreContract} in the test-jar of this module.
 */
public interface TokenStore extends AutoCloseable {
  /** Where this store is: its scheme and its resolved place, as {@code netrc:/home/ann/.netrc}. */
  StoreSpec spec();

  /** What this store can and can't hold. */
  StoreTraits traits();

  /**
   * The credential a program asking for this host would get: the first of the host's that has a
   * secret. Exactly this host: one with a port matches only an entry with that port. The answer's
   * secret is the caller's to close, and no other answer's.
   *
   * @throws StoreException when the store can't answer
   */
  Optional<Credential> find(Host host);

  /**
   * The credential of this host and login; never another login's. An entry that names no login, as
   * a netrc may have, serves every login where there is no better one: it is answered with an empty
   * login.
   *
   * @throws StoreException when the store can't answer
   */
  Optional<Credential> find(CredentialId id);

  /**
   * Like {@link #find(Host)}, with the store that answered: where several stand behind this one,
   * the one of them.
   *
   * @throws StoreException when the store can't answer
   */
  default Optional<StoredCredential> locate(Host host) {
    return find(host).map(found -> new StoredCredential(spec(), found));
  }

  /**
   * Like {@link #find(CredentialId)}, with the store that answered.
   *
   * @throws StoreException when the store can't answer
   */
  default Optional<StoredCredential> locate(CredentialId id) {
    return find(id).map(found -> new StoredCredential(spec(), found));
  }

  /**
   * What the store answers for a host that it has no entry for, as netrc's {@code default}. Only a
   * person's explicit question may use it: it is nobody's login for that host.
   *
   * @throws StoreException when the store can't answer
   */
  default Optional<Credential> findCatchAll(Host host) {
    return Optional.empty();
  }

  /**
   * What the store has of this host that is no credential, in one sentence with its place, as a
   * netrc's entry without a password. Asked where nothing was found, to say why.
   *
   * @throws StoreException when the store can't answer
   */
  default Optional<String> incomplete(Host host) {
    return Optional.empty();
  }

  /**
   * Saves these, all or none, and reads them back before it returns. An id that is there already
   * gets the new secret. Where the store keeps one login a host, another login's entry is displaced
   * and handed back.
   *
   * @return what changed, enough to {@link #undo} it
   * @throws StoreException.Unrepresentable when a value can't be held; nothing was written
   * @throws StoreException when the store can't be written; it is as it was
   */
  Saved save(Collection<Credential> credentials);

  /**
   * What {@link #save} would change, without changing anything: asked before something is begun
   * that could not go on without it. Another program may write in between.
   *
   * @return what it would save and displace
   * @throws StoreException.Unrepresentable when it would refuse a value
   * @throws StoreException when the store can't answer, or is known not to be written
   */
  default Saved rehearse(Collection<Credential> credentials) {
    return Rehearsal.of(this, credentials);
  }

  /**
   * Raises what is known to keep {@link #save} from working, without changing anything: asked
   * before a token is made for which there would be no place.
   *
   * @throws StoreException when nothing can be saved, as in a store that is only read
   */
  default void checkWritable() {}

  /**
   * Removes these, all or none; what isn't there is no error.
   *
   * @return those that were there and are gone
   * @throws StoreException when the store can't be written; it is as it was
   */
  List<CredentialId> remove(Collection<CredentialId> ids);

  /**
   * Removes those of these that are still held with exactly this secret; one that another program
   * changed meanwhile stays. A store that can compares and removes in one step.
   *
   * @return those that are gone by this call
   * @throws StoreException when the store can't be written; it is as it was
   */
  default List<CredentialId> removeUnchanged(Collection<Credential> expected) {
    List<CredentialId> unchanged =
        expected.stream()
            .filter(one -> find(one.id()).filter(one::isSameLogin).isPresent())
            .map(Credential::id)
            .toList();
    return unchanged.isEmpty() ? unchanged : remove(unchanged);
  }

  /**
   * Raises what is known to keep {@link #remove} from taking these out, without changing anything:
   * asked before their tokens are revoked, which can't be taken back.
   *
   * @throws StoreException when they would stay, as in a store that is only read
   */
  default void checkRemovable(Collection<CredentialId> ids) {}

  /**
   * What is stored, in the store's order; never secrets.
   *
   * @throws StoreException when the store can't answer
   */
  List<CredentialId> list();

  /**
   * Whether the other is this very place, by whatever name: what is removed from one is gone from
   * both.
   */
  default boolean isSamePlaceAs(TokenStore other) {
    return spec().equals(other.spec());
  }

  /** The store's state; never prompts, never throws. */
  StoreStatus status();

  /**
   * Takes a save back: what it displaced is restored, what it created is removed.
   *
   * @throws StoreException when the store can't be written
   */
  default void undo(Saved saved) {
    if (!saved.displaced().isEmpty()) {
      save(saved.displaced());
    }
    List<CredentialId> restored = saved.displaced().stream().map(Credential::id).toList();
    List<CredentialId> created =
        saved.saved().stream().filter(id -> !restored.contains(id)).toList();
    if (!created.isEmpty()) {
      remove(created);
    }
  }

  /** Lets go of connections and files; idempotent. */
  @Override
  void close();
}
