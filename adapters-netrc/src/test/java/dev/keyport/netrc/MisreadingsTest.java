package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is named who reads the value right; the integration tests try the real programs. */
class MisreadingsTest {
  private static String of(String value) {
    return String.join("; ", Misreadings.of(value.toCharArray()));
  }

  @ParameterizedTest
  @CsvSource({"in\\ner", "\\fi\\rst", "\\\\first"})
  void ftpDropsABackslash(String value) {
    assertThat(of(value)).contains("wget").contains("ftp (tnftp and inetutils)");
  }

  @Test
  void ftpKeepsABackslashThatIsTheFirst() {
    assertThat(of("\\first")).contains("wget").doesNotContain("ftp");
  }

  @Test
  void perlLosesAQuotedSlashBeforeABackslash() {
    assertThat(of("two wo/\\rds")).contains("a slash before a backslash by Perl's Net::Netrc");
  }

  @ParameterizedTest
  @CsvSource({"two wo\\/rds", "two wo\\rds", "two wo/rds"})
  void perlReadsOtherQuotedBackslashes(String value) {
    assertThat(of(value)).contains("JGit").doesNotContain("Perl");
  }

  @Test
  void aClassOfCharacterIsSpokenOfOnceForEachReader() {
    assertThat(of("in/\\ner")).containsOnlyOnce("Perl");
  }

  @Test
  void tnftpReadsNinetyNineBytes() {
    assertThat(of("x".repeat(99))).isEmpty();
    assertThat(of("x".repeat(100))).isEqualTo("more than 99 bytes by tnftp");
    assertThat(of("\u00e4".repeat(50))).contains("tnftp");
    assertThat(of("\u00e4".repeat(49))).doesNotContain("tnftp");
  }
}
