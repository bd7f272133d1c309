package dev.keyport.jgit;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.token.CachedCredential;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Gives JGit the stored login and password of the host that it talks to:
 *
 * <pre>{@code
 * Git.cloneRepository()
 *     .setURI("https://git.heroku.com/app.git")
 *     .setDirectory(folder)
 *     .setCredentialsProvider(KeyportCredentialsProvider.of(keyport))
 *     .call();
 * }</pre>
 *
 * <p>It answers for addresses that the credential's host covers ({@link Host#covers}: over https,
 * or http to this machine itself), and nothing for SSH, files and key passphrases. Where the
 * address names a user, that login's credential alone is given. Where the store has none, JGit goes
 * on as with any provider that knows nothing: it asks the next of a {@code
 * ChainingCredentialsProvider}, or ends in its own error.
 *
 * <p>When the server refuses what was given, the store is asked again: another process may have
 * rotated it. If it has no other, JGit is given nothing, and the same is not sent twice. JGit tells
 * no provider in a chain of a refusal; there, what is kept goes out again until it is too old.
 *
 * <p>A store that fails ends the call of JGit's in the {@link
 * dev.keyport.domain.store.StoreException} itself, with its code: JGit lets unchecked exceptions
 * through. Nobody is ever asked. The provider is safe for use by several threads. It holds what it
 * gave to a thread last until that asks again or ends; JGit makes a String of a password, which
 * can't be wiped.
 */
public final class KeyportCredentialsProvider extends CredentialsProvider {
  private final Source source;

  // By thread: JGit asks, tells of the refusal and asks again in one, and another's refusal is no
  // news of this one's. Weakly, so that it goes with the thread and with this provider.
  private final Map<Thread, Given> last = Collections.synchronizedMap(new WeakHashMap<>());

  private KeyportCredentialsProvider(Source source) {
    this.source = source;
  }

  /**
   * For whatever hosts have a credential.
   *
   * @param keyport to be closed by the caller, when JGit needs it no more
   */
  public static KeyportCredentialsProvider of(Keyport keyport) {
    return new KeyportCredentialsProvider(new KeyportSource(keyport));
  }

  /**
   * For one host alone.
   *
   * @param host with a port for that port alone, without one for all, as a netrc's is
   * @param credential that host's
   */
  public static KeyportCredentialsProvider of(Host host, CachedCredential credential) {
    return new KeyportCredentialsProvider(new CachedSource(host, credential));
  }

  /** False: nobody is asked. */
  @Override
  public boolean isInteractive() {
    return false;
  }

  /** Whether all that is asked for is a user name and a password. */
  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!isSupported(item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSupported(CredentialItem item) {
    return item instanceof CredentialItem.Username || item instanceof CredentialItem.Password;
  }

  /**
   * Fills in user name and password.
   *
   * @return false where there is no credential for the address: the items are left as they were
   * @throws UnsupportedCredentialItem when anything else is asked for
   * @throws dev.keyport.domain.error.KeyportException when the store can't answer
   */
  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!isSupported(item)) {
        throw new UnsupportedCredentialItem(
            uri, item.getClass().getName() + ":" + item.getPromptText());
      }
    }
    Optional<Credential> found = Address.of(uri).flatMap(this::next);
    found.ifPresent(credential -> fill(credential, items));
    return found.isPresent();
  }

  private Optional<Credential> next(Address address) {
    Given before = last.remove(Thread.currentThread());
    try {
      Optional<Credential> found =
          before != null && before.refused() && before.address().equals(address)
              ? source.other(address, before.credential())
              : source.find(address);
      found.ifPresent(
          credential -> last.put(Thread.currentThread(), new Given(address, credential, false)));
      return found;
    } finally {
      if (before != null) {
        before.wipe();
      }
    }
  }

  private static void fill(Credential credential, CredentialItem... items) {
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username username) {
        username.setValue(credential.login());
      } else if (item instanceof CredentialItem.Password password) {
        // It copies what it is lent, and JGit wipes that copy.
        credential
            .secret()
            .use(
                chars -> {
                  password.setValue(chars);
                  return true;
                });
      }
    }
  }

  /** The server refused what was given: the next call asks the store, and gives another or none. */
  @Override
  public void reset(URIish uri) {
    Address.of(uri).ifPresent(this::refuse);
  }

  private void refuse(Address address) {
    Given before = last.get(Thread.currentThread());
    if (before != null && before.address().equals(address)) {
      last.put(Thread.currentThread(), before.asRefused());
    } else {
      source.forget(address);
    }
  }
}
