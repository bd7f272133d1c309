package dev.keyport.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
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
  private @Nullable Keyring keyring;

  JavaKeyring(Platform platform, boolean mayPrompt) {
    this.platform = platform;
    this.mayPrompt = mayPrompt;
  }

  private interface Action<T> {
    T on(Keyring keyring) throws PasswordAccessException, BackendNotSupportedException;
  }

  @Override
  public void open(Deadline deadline) {
    if (keyring == null) {
      try {
        keyring = InTime.call(platform.title(), () -> Keyring.create(platform.type()), deadline);
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
    if (platform == Platform.KWALLET && !mayPrompt) {
      throw new StoreException.Locked(
          "KWallet can't be asked without risking its unlock window",
          "allow prompts where a display is, or use the keyring KWallet offers as plain"
              + " \"keychain\"");
    }
    open(deadline);
    Keyring open = Objects.requireNonNull(keyring);
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

  /** The library's message is left out: it is a native call's, and may quote what it was given. */
  private StoreException.Unavailable failed(String what, @Nullable Throwable cause) {
    return new StoreException.Unavailable(
        platform.title()
            + " can't "
            + what
            + (cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")"),
        "see that it is unlocked and open to this program",
        null);
  }

  @Override
  public void close() {
    Keyring open = keyring;
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
