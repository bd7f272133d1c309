package dev.keyport.sandbox;

import java.util.List;

/**
 * The accounts that every sandbox has.
 *
 * @param main a password is enough; owns two apps and a default authorization
 * @param otp a password and a second factor; owns one app that asks for the factor again
 * @param mfa refuses its right password with {@code mfa_required} at the API, and takes it together
 *     with a second factor in a browser
 * @param device refuses its right password with {@code device_trust_required}
 * @param suspended refuses everything with {@code suspended}; has a token in its default
 *     authorization
 * @param other owns the app that nobody else may see
 * @param federated logs in at the identity provider of {@link Sandbox#ORGANIZATION}, by no password
 */
public record SeededAccounts(
    SeededAccount main,
    SeededAccount otp,
    SeededAccount mfa,
    SeededAccount device,
    SeededAccount suspended,
    SeededAccount other,
    SeededAccount federated) {

  List<SeededAccount> all() {
    return List.of(main, otp, mfa, device, suspended, other, federated);
  }
}
