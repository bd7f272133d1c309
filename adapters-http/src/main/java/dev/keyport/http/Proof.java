package dev.keyport.http;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a request proves who it comes from with: the value of its {@code Authorization} header, and
 * a second factor. Everything is checked here, before OkHttp sees it: its own complaint about a
 * header quotes the value.
 *
 * @param authorization the header's value; empty for a request that anybody may make
 * @param secondFactor the code; empty when none is sent
 * @param secrets every secret in them
 * @param isLogin whether it is a password rather than a token
 */
record Proof(
    Optional<Secret> authorization,
    Optional<Secret> secondFactor,
    SentSecrets secrets,
    boolean isLogin) {
  /** Of nobody in particular. */
  static Proof none() {
    return new Proof(Optional.empty(), Optional.empty(), SentSecrets.none(), false);
  }

  /**
   * The token, as RFC 6750 has it.
   *
   * @throws ApiException.Rejected when no token of the API's can look like this; nothing is sent
   */
  static Proof bearer(Secret token) {
    if (token.isEmpty() || !token.isVisibleAscii()) {
      throw new ApiException.Rejected(
          ApiFailure.of(
                  token.isEmpty()
                      ? "the token is empty; it was not sent"
                      : "the token has a blank, a line end or a character outside ASCII, which no"
                          + " token of the API has; it was not sent")
              .withHint("log in again, or check how the token was copied"));
    }
    return new Proof(
        Optional.of(Secret.of("Bearer " + token.reveal())),
        Optional.empty(),
        new SentSecrets(List.of(token)),
        false);
  }

  /**
   * The same with a second factor.
   *
   * @throws ApiException.Rejected when no second factor can look like this; nothing is sent
   */
  Proof withCode(Secret code) {
    checkCode(code);
    return new Proof(authorization, Optional.of(code), secrets.with(code), isLogin);
  }

  /** The same for a request with one more secret, in its body. */
  Proof carrying(Secret more) {
    return new Proof(authorization, secondFactor, secrets.with(more), isLogin);
  }

  /**
   * Address and password as RFC 7617 has it, in UTF-8.
   *
   * @throws UsageException when the address can't be sent so
   * @throws ApiException.Rejected when no second factor can look like the one given
   */
  static Proof password(PasswordLogin login) {
    if (login.email().isEmpty()
        || login.email().indexOf(':') >= 0
        || login.email().codePoints().anyMatch(Character::isISOControl)) {
      throw new UsageException(
          "the e-mail address is empty, or has a colon or control character in it",
          "give the address of the account");
    }
    login.secondFactor().ifPresent(Proof::checkCode);
    Secret encoded = Secret.of(encode(login));
    List<Secret> secrets = new ArrayList<>(List.of(encoded, login.password()));
    login.secondFactor().ifPresent(secrets::add);
    return new Proof(
        Optional.of(Secret.of("Basic " + encoded.reveal())),
        login.secondFactor(),
        new SentSecrets(secrets),
        true);
  }

  private static void checkCode(Secret code) {
    if (code.isEmpty() || !code.isVisibleAscii()) {
      throw new ApiException.Rejected(
          ApiFailure.of(
                  "the second-factor code is empty, or has a blank or a character outside ASCII; it"
                      + " was not sent")
              .withHint("give the code alone, as the authenticator shows it, without blanks"));
    }
  }

  private static String encode(PasswordLogin login) {
    byte[] email = Secret.of(login.email() + ":").revealUtf8();
    byte[] password = login.password().revealUtf8();
    byte[] both = Arrays.copyOf(email, email.length + password.length);
    System.arraycopy(password, 0, both, email.length, password.length);
    String encoded = Base64.getEncoder().encodeToString(both);
    Arrays.fill(password, (byte) 0);
    Arrays.fill(both, (byte) 0);
    return encoded;
  }
}
