package dev.keyport.sandbox;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * How an account is logged in to.
 *
 * @param password its password
 * @param policy what a right password leads to
 * @param totp the generator of its second factor, when it has one
 * @param recoveryCodes one-time codes not used so far
 * @param usedSteps steps whose code was used: RFC 6238 section 5.2 allows each once
 */
record Login(
    String password,
    PasswordPolicy policy,
    Optional<Totp> totp,
    Set<String> recoveryCodes,
    Set<Long> usedSteps) {

  Login {
    recoveryCodes = Set.copyOf(recoveryCodes);
    usedSteps = Set.copyOf(usedSteps);
  }

  static Login password(String password, PasswordPolicy policy) {
    return new Login(password, policy, Optional.empty(), Set.of(), Set.of());
  }

  Login withTotp(Totp generator, Set<String> codes) {
    return new Login(password, policy, Optional.of(generator), codes, usedSteps);
  }

  Login withRecoveryCodes(Set<String> codes) {
    return new Login(password, policy, totp, codes, usedSteps);
  }

  /**
   * Uses up a code of the second factor.
   *
   * @return this login without that code; empty when the code is wrong or was used before
   */
  Optional<Login> redeem(String code, Instant now) {
    if (recoveryCodes.contains(code)) {
      Set<String> rest = new HashSet<>(recoveryCodes);
      rest.remove(code);
      return Optional.of(withRecoveryCodes(rest));
    }
    long step = Totp.step(now);
    return LongStream.rangeClosed(step - Choices.TOTP_WINDOW, step + Choices.TOTP_WINDOW)
        .filter(near -> !usedSteps.contains(near))
        .filter(near -> totp.filter(generator -> generator.code(near).equals(code)).isPresent())
        .boxed()
        .findFirst()
        .map(this::withUsedStep);
  }

  private Login withUsedStep(long step) {
    Set<Long> used = new HashSet<>(usedSteps);
    used.add(step);
    return new Login(password, policy, totp, recoveryCodes, used);
  }

  @Override
  public String toString() {
    return "Login[policy=" + policy + ", secondFactor=" + totp.isPresent() + "]";
  }
}
