package dev.keyport.sandbox;

/**
 * The accounts that every sandbox has.
 *
 * @param main a password is enough; owns two apps and a default authorization
 * @param otp a password and a second factor; owns one app that asks for the factor again
 * @param mfa refuses its right password with {@code mfa_required}
 * @param device refuses its right password with {@code device_trust_required}
 * @param suspended refuses everything with {@code suspended}; has a token in its default
 *     authorization
 * @param other owns the app that nobody else may see
 */
public record SeededAccounts(
    SeededAccount main,
    SeededAccount otp,
    SeededAccount mfa,
    SeededAccount device,
    SeededAccount suspended,
    SeededAccount other) {}
