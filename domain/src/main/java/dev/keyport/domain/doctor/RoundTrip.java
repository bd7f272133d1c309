package dev.keyport.domain.doctor;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.TokenStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes a credential of no use to anybody to a store, reads it, compares, and takes it back, also
 * when one of these fails. One that a killed process left is removed first.
 *
 * <p>Its host can't exist: the top level domain {@code invalid} is reserved by RFC 2606.
 */
public final class RoundTrip {
  private static final CredentialId PROBE =
      new CredentialId(Host.parse("keyport-probe.invalid"), "keyport-doctor");

  private static final int SECRET_BYTES = 16;

  private final SecureRandom random;
  private final CriticalSection whole;

  /**
   * @param random makes the secret, a new one each time
   * @param whole keeps the process from ending between writing and taking back
   */
  public RoundTrip(SecureRandom random, CriticalSection whole) {
    this.random = random;
    this.whole = whole;
  }

  /** What came of it: one finding that all went well, or what did not. */
  List<Finding> of(TokenStore store) {
    try {
      return whole.run(() -> trial(store));
    } catch (StoreException e) {
      return List.of(Finding.failure(e));
    }
  }

  private List<Finding> trial(TokenStore store) {
    List<Finding> findings = new ArrayList<>();
    if (store.list().contains(PROBE)) {
      store.remove(List.of(PROBE));
      findings.add(
          Finding.ok("probe-removed", "a trial credential of an earlier run was left; it is gone"));
    }
    try (Secret secret = secret()) {
      findings.addAll(compared(store, new Credential(PROBE.host(), PROBE.login(), secret)));
    }
    return findings;
  }

  private List<Finding> compared(TokenStore store, Credential probe) {
    List<Finding> findings = new ArrayList<>();
    Saved saved = store.save(List.of(probe));
    try {
      Optional<Credential> found = store.find(PROBE);
      if (found.filter(probe::equals).isEmpty()) {
        findings.add(differs(found.isPresent()));
      }
    } catch (StoreException e) {
      findings.add(Finding.failure(e));
    } finally {
      takeBack(store, saved).ifPresent(findings::add);
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok("trial-write", "a trial credential was written, read and taken back"));
    }
    return findings;
  }

  private static Finding differs(boolean found) {
    return Finding.failure(
        ErrorCode.FAILED,
        found
            ? "a trial credential was written, and another was read"
            : "a trial credential was written, and none could be read",
        Optional.of("see whether another program changes the store at the same time; try again"));
  }

  private static Optional<Finding> takeBack(TokenStore store, Saved saved) {
    try {
      store.undo(saved);
      return store.list().contains(PROBE) ? Optional.of(left("")) : Optional.empty();
    } catch (StoreException e) {
      return Optional.of(left(": " + e.message()));
    }
  }

  private static Finding left(String why) {
    return Finding.failure(
        ErrorCode.FAILED,
        "the trial credential could not be taken back" + why,
        Optional.of("keyport credentials:remove " + PROBE.host()));
  }

  private Secret secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Secret.of(HexFormat.of().formatHex(bytes));
  }
}
