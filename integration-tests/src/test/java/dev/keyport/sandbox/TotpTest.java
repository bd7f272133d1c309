package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] RFC_KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238 appendix B, the SHA-1 rows, of whose eight digits ours are the last six. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void codesAreThoseOfTheRfc(long seconds, String code) {
    assertThat(new Totp(RFC_KEY).code(Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
  }

  @Test
  void keyIsWrittenInBase32() {
    assertThat(new Totp(RFC_KEY).base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }

  /** RFC 4648 section 10, its padding left out. */
  @ParameterizedTest
  @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB"})
  void lastGroupMayBeShort(String key, String base32) {
    assertThat(new Totp(key.getBytes(StandardCharsets.US_ASCII)).base32()).isEqualTo(base32);
  }
}
