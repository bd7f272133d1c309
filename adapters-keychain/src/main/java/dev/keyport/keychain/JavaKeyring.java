package dev.keyport.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import com.github.javakeyring.internal.KeyringBackend;
import com.github.javakeyring.internal.KeyringBackendFactory;
import dev.keyport.domain.store.StoreException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A platform's keychain through java-keyring, with a deadline on every call.
 *
 * <p>The library has no word for "locked" and can't be told not to prompt: macOS may ask whether
 * this program may read the item, and such a window that nobody answers becomes a time-out. KWallet
 * asks whenever its wallet is closed, and is therefore not called where nobody may be prompted.
 */
final class JavaKeyring implements SimpleKeyring {
  private final Platform platform;
  private final boolean mayPrompt;
  private final BackEnds backEnds;
  private @Nullable KeyringBackend keyring;

  JavaKeyring(Platform platform, boolean mayPrompt) {
    this(platform, mayPrompt, KeyringBackendFactory::create);
  }

  JavaKeyring(Platform platform, boolean mayPrompt, BackEnds backEnds) {
    this.platform = platform;
    this.mayPrompt = mayPrompt;
    this.backEnds = backEnds;
  }

  /** Where the library's back ends come from. */
  interface BackEnds {
    KeyringBackend open(KeyringStorageType type) throws BackendNotSupportedException;
  }

  private interface Action<T> {
    T on(KeyringBackend keyring) throws PasswordAccessException;
  }

  @Override
  public void open(Deadline deadline) {
    if (keyring == null) {
      try {
        keyring = InTime.call(platform.title(), () -> backEnds.open(platform.type()), deadline);
      } catch (ExecutionException e) {
        throw failed("be opened", e.getCause());
      }
    }
  }

  @Override
  public Optional<String> get(String service, String account, Deadline deadline) {
    return call("be read", it -> Optional.of(it.getPassword(service, account)), deadline);
  }

  @Override
  public void set(String service, String account, String secret, Deadline deadline) {
    call(
        "be written",
        it -> {
          it.setPassword(service, account, secret);
          return Optional.<String>empty();
        },
        deadline);
  }

  @Override
  public void delete(String service, String account, Deadline deadline) {
    call(
        "be written",
        it -> {
          it.deletePassword(service, account);
          return Optional.<String>empty();
        },
        deadline);
  }

  private Optional<String> call(String what, Action<Optional<String>> action, Deadline deadline) {
    if (platform.asksByItself() && !mayPrompt) {
      throw new StoreException.Locked(
          platform.title() + " can't be asked without risking its unlock window",
          "allow prompts where a display is, or use the keyring KWallet offers as plain"
              + " \"keychain\"");
    }
    open(deadline);
    KeyringBackend open = Objects.requireNonNull(keyring);
    try {
      return InTime.call(platform.title(), () -> action.on(open), deadline);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof PasswordAccessException
          && platform.isNotFound(String.valueOf(cause.getMessage()))) {
        return Optional.empty();
      }
      throw failed(what, cause);
    }
  }

  private StoreException failed(String what, @Nullable Throwable cause) {
    if (cause instanceof PasswordAccessException) {
      return platform.failure(what, String.valueOf(cause.getMessage()));
    }
    String kind = cause == null ? "unknown" : cause.getClass().getSimpleName();
    return platform.unavailable(what + " (" + kind + ")");
  }

  @Override
  public void close() {
    KeyringBackend open = keyring;
    keyring = null;
    if (open != null) {
      try {
        open.close();
      } catch (Exception e) {
        // What can't be closed is gone already.
      }
    }
  }
}
