package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GpgStatusTest {
  private static GpgStatus read(String text) throws IOException {
    return GpgStatus.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void keywordsAndArgumentsAreToldApart() throws IOException {
    GpgStatus status = read("[GNUPG:] ENC_TO AB 1 0\n[GNUPG:] ENC_TO CD 1 0\r\n[GNUPG:] GOODMDC\n");

    assertThat(status.arguments("ENC_TO", 1)).containsExactly("AB", "CD");
    assertThat(status.arguments("GOODMDC", 1)).containsExactly("");
    assertThat(status.has("GOODMDC")).isTrue();
    assertThat(status.has("ENC")).isFalse();
  }

  @Test
  void whatIsForPeopleIsDropped() throws IOException {
    assertThat(read("gpg: [GNUPG:] GOODMDC\ngpg: bad\n" + "x".repeat(5000) + "\n").isEmpty())
        .isTrue();
    assertThat(read("[GNUPG:] GOODMDC")).as("a line that was cut").matches(GpgStatus::isEmpty);
  }

  @Test
  void itPrintsKeywordsOnly() throws IOException {
    assertThat(read("[GNUPG:] PLAINTEXT 62 0 a-name\n").toString()).isEqualTo("[PLAINTEXT]");
  }
}
