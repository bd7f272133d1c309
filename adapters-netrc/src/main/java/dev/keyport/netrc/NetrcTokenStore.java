package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.TokenStore;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Credentials in a netrc file, where curl, git and many others look for them.
 *
 * <p>It holds one login a host, since readers disagree on duplicates (curl takes the first, Python
 * the last): saving another login replaces the host's only entry and hands back what that held. A
 * file that has several entries for the host already keeps them. Everything else in the file stays
 * byte for byte. The {@code default} entry answers {@link #findCatchAll} alone.
 *
 * <p>Until the next save or {@link #close()} the bytes of before the last one are kept in memory,
 * so that {@link #undo} can bring back exactly those. Safe for use by several threads and
 * processes.
 */
public final class NetrcTokenStore implements TokenStore {
  private final NetrcFile file;
  private final NetrcStatus status;
  private final SaveNotices notices;
  private volatile @Nullable SaveEdit lastSave;

  NetrcTokenStore(NetrcLocation location, StoreContext context) {
    this.file = new NetrcFile(location, context);
    this.status = new NetrcStatus(location, file, context.machine());
    this.notices = new SaveNotices(location, context.notices());
  }

  /**
   * The store in this file, which need not exist yet.
   *
   * @param path where it is, or a symbolic link to it
   * @param context the machine it is opened on; its state folder takes the lock
   */
  public static NetrcTokenStore open(Path path, StoreContext context) {
    return new NetrcTokenStore(
        new NetrcLocation(path.toAbsolutePath(), NetrcLocation.Origin.ARGUMENT), context);
  }

  @Override
  public StoreSpec spec() {
    return new StoreSpec("netrc", file.path().toString());
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(false, ValueForm.MAX_BYTES, false, Reach.TOOLS);
  }

  @Override
  public Optional<Credential> find(Host host) {
    Netrc netrc = file.read();
    return netrc.find(host).flatMap(entry -> credential(netrc, host, entry));
  }

  /**
   * The first entry with exactly this login; else the first that names none, which serves every
   * login (as in curl), and is answered with an empty login: it is nobody's own.
   */
  @Override
  public Optional<Credential> find(CredentialId id) {
    Netrc netrc = file.read();
    return netrc.find(id.host(), id.login()).flatMap(entry -> credential(netrc, id.host(), entry));
  }

  /** The {@code default} entry, wherever it stands, for a host that has none of its own. */
  @Override
  public Optional<Credential> findCatchAll(Host host) {
    Netrc netrc = file.read();
    boolean known =
        !netrc.entriesOf(host).isEmpty() || !netrc.entriesOf(host.withoutPort()).isEmpty();
    return known
        ? Optional.empty()
        : netrc.defaultEntry().flatMap(entry -> credential(netrc, host, entry));
  }

  /** An entry without a password, or a password that belongs to no entry. */
  @Override
  public Optional<String> incomplete(Host host) {
    return new Incomplete(file.read(), file.path()).of(host);
  }

  private static Optional<Credential> credential(Netrc netrc, Host host, Entry entry) {
    return netrc
        .password(entry)
        .map(secret -> new Credential(host, netrc.login(entry), secret, netrc.account(entry)));
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    credentials.forEach(Put::check);
    SaveEdit edit = new SaveEdit(credentials);
    boolean written = file.update(edit);
    lastSave = edit;
    if (written) {
      notices.saved(credentials);
    }
    return edit.saved();
  }

  /** The edit itself, on bytes that go nowhere. */
  @Override
  public Saved rehearse(Collection<Credential> credentials) {
    credentials.forEach(Put::check);
    SaveEdit edit = new SaveEdit(credentials);
    edit.apply(file.read().text());
    return edit.saved();
  }

  @Override
  public void undo(Saved saved) {
    file.update(
        new UndoEdit(
            saved, Optional.ofNullable(lastSave).filter(edit -> edit.saved().equals(saved))));
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    // Removing nothing must work where nothing can be written, and so without the lock.
    if (!holdsAny(file.read(), ids)) {
      return List.of();
    }
    RemoveEdit edit = new RemoveEdit(ids);
    file.update(edit);
    return edit.removed();
  }

  /** Compares and removes in one step, under the lock; an id of several secrets is left alone. */
  @Override
  public List<CredentialId> removeUnchanged(Collection<Credential> expected) {
    RemoveEdit edit = RemoveEdit.ofUnchanged(expected);
    if (!holdsAny(file.read(), expected.stream().map(Credential::id).toList())) {
      return List.of();
    }
    file.update(edit);
    return edit.removed();
  }

  private static boolean holdsAny(Netrc netrc, Collection<CredentialId> ids) {
    Map<Host, HostEntries> entries = netrc.entriesOf(ids.stream().map(CredentialId::host).toList());
    return ids.stream().anyMatch(id -> !HostEntries.of(entries, id).isEmpty());
  }

  /** The entries that have a password and name a host; never the default one. */
  @Override
  public List<CredentialId> list() {
    Netrc netrc = file.read();
    Set<CredentialId> ids = new LinkedHashSet<>();
    for (Entry entry : netrc.entries()) {
      if (!entry.isDefault() && entry.password().isPresent()) {
        host(netrc.machineName(entry))
            .ifPresent(host -> ids.add(new CredentialId(host, netrc.login(entry))));
      }
    }
    return List.copyOf(ids);
  }

  /** Only where asking for the host finds the machine: {@code h:0443} is not h:443's entry. */
  private static Optional<Host> host(String machine) {
    try {
      return Optional.of(Host.parse(machine)).filter(host -> host.toString().equals(machine));
    } catch (UsageException e) {
      return Optional.empty();
    }
  }

  /** By the file itself: links, and other spellings of its path, lead to the same one. */
  @Override
  public boolean isSamePlaceAs(TokenStore other) {
    return other instanceof NetrcTokenStore netrc && file.isSameAs(netrc.file);
  }

  @Override
  public StoreStatus status() {
    return status.get();
  }

  @Override
  public void close() {
    lastSave = null;
  }

  @Override
  public String toString() {
    return spec().toString();
  }
}
