package dev.keyport.keychain;

import com.github.javakeyring.PasswordAccessException;
import com.github.javakeyring.internal.KeyringBackend;
import dev.keyport.keychain.testkit.PrivateSession;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for one of java-keyring's back ends, shared by the stores opened on it: it keeps
 * entries as that system does, and raises what java-keyring raises there.
 */
final class FakeBackEnd implements KeyringBackend {
  private final Map<String, String> entries = new TreeMap<>();
  private final String notFound;
  private final UnaryOperator<String> name;
  private @Nullable String failure;
  private boolean dropsWrites;
  private boolean stuck;
  private int closed;

  private FakeBackEnd(String notFound, UnaryOperator<String> name) {
    this.notFound = notFound;
    this.name = name;
  }

  static FakeBackEnd mac() {
    return new FakeBackEnd("No stored credentials match api account: ann", it -> it);
  }

  /** Names are compared without case. */
  static FakeBackEnd windows() {
    return new FakeBackEnd("Error code 1168", it -> it.toLowerCase(java.util.Locale.ROOT));
  }

  static FakeBackEnd kwallet() {
    return new FakeBackEnd("Password is not in wallet", it -> it);
  }

  /** Takes the next writes and makes none of them. */
  void dropWrites() {
    dropsWrites = true;
  }

  /** Fails from now on with this message. */
  void failWith(String message) {
    failure = message;
  }

  /** Answers nothing from now on. */
  void stick() {
    stuck = true;
  }

  Map<String, String> entries() {
    return entries;
  }

  /** How often it was closed. */
  int closed() {
    return closed;
  }

  private String key(String service, String account) throws PasswordAccessException {
    if (stuck) {
      try {
        new CountDownLatch(1).await(PrivateSession.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (failure != null) {
      throw new PasswordAccessException(failure);
    }
    return name.apply(service + "|" + account);
  }

  @Override
  public synchronized String getPassword(String service, String account)
      throws PasswordAccessException {
    String secret = entries.get(key(service, account));
    if (secret == null) {
      throw new PasswordAccessException(notFound);
    }
    return secret;
  }

  @Override
  public synchronized void setPassword(String service, String account, String password)
      throws PasswordAccessException {
    String key = key(service, account);
    if (!dropsWrites) {
      entries.put(key, password);
    }
  }

  @Override
  public synchronized void deletePassword(String service, String account)
      throws PasswordAccessException {
    if (entries.remove(key(service, account)) == null) {
      throw new PasswordAccessException(notFound);
    }
  }

  @Override
  public synchronized void close() {
    closed++;
  }
}
