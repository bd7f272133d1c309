package dev.keyport.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class CredentialTest {
  private static final Host HOST = Host.parse("a.example");

  @Test
  void itsIdIsHostAndLogin() {
    Credential credential = new Credential(HOST, "Ann", Secret.of("canary"));

    assertThat(credential.id()).isEqualTo(new CredentialId(HOST, "Ann"));
    assertThat(credential.id()).isNotEqualTo(new CredentialId(HOST, "ann"));
    assertThat(credential.toString()).contains("Ann", "a.example").doesNotContain("canary");
  }

  @Test
  void anIdPrintsAsLoginAtHost() {
    assertThat(new CredentialId(HOST, "ann")).hasToString("ann at a.example");
    assertThat(new CredentialId(HOST, "")).hasToString("a.example");
  }

  @Test
  @SuppressWarnings("NullAway") // what callers without a null checker may do
  void nothingInItIsNull() {
    assertThatNullPointerException().isThrownBy(() -> new CredentialId(HOST, null));
    assertThatNullPointerException().isThrownBy(() -> new Credential(null, "", Secret.of("")));
    assertThatNullPointerException().isThrownBy(() -> new Credential(HOST, "", null));
  }
}
