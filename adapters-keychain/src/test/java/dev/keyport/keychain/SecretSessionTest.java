package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The key of a session, by the published vectors. */
class SecretSessionTest {
  /** RFC 5869, A.3: SHA-256, no salt, no info; a session's key is the first half of a block. */
  @Test
  void theKeyIsDerivedAsRfc5869Has() throws Exception {
    byte[] shared = new byte[22];
    Arrays.fill(shared, (byte) 0x0b);

    assertThat(SecretSession.derive(shared).getEncoded())
        .isEqualTo(HexFormat.of().parseHex("8da4e775a563c18f715f802a063c5a31"));
    assertThat(shared).as("the shared secret, wiped").containsOnly(0);
  }
}
