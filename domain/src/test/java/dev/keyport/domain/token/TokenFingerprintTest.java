package dev.keyport.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFingerprintTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void itFitsItsTokenAndNoOther() {
    TokenFingerprint fingerprint = TokenFingerprint.of(Secret.of("token"), random);

    assertThat(fingerprint.matches(Secret.of("token"))).isTrue();
    assertThat(fingerprint.matches(Secret.of("Token"))).isFalse();
    assertThat(fingerprint.matches(Secret.of(""))).isFalse();
    assertThat(fingerprint.toString()).doesNotContain("token");
  }

  @Test
  void itsSaltIsFresh() {
    Secret token = Secret.of("token");
    TokenFingerprint one = TokenFingerprint.of(token, random);
    TokenFingerprint other = TokenFingerprint.of(token, random);

    assertThat(one.salt()).matches("[0-9a-f]{32}").isNotEqualTo(other.salt());
    assertThat(one.digest()).matches("[0-9a-f]{64}").isNotEqualTo(other.digest());
  }

  @Test
  void itIsSha256OfSaltAndToken() {
    // printf '\000\001token' | sha256sum
    assertThat(
            new TokenFingerprint(
                    "0001", "7ec8f9e58f8a383098dc9b579f8104dbf476713e9f82417a4acea4bcb73a0c4f")
                .matches(Secret.of("token")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "zz", "not hex!", "00 1"})
  void aSaltThatIsNotHexFitsNothing(String salt) {
    assertThat(new TokenFingerprint(salt, "00").matches(Secret.of("token"))).isFalse();
  }
}
