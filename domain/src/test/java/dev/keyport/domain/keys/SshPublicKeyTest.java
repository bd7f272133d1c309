package dev.keyport.domain.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.UsageException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fingerprints are what {@code ssh-keygen -lf} and {@code ssh-keygen -E md5 -lf} print. */
class SshPublicKeyTest {
  private static final String PLACE = "~/.ssh/id.pub";
  private static final String ED25519 =
      "AAAAC3NzaC1lZDI1NTE5AAAAIOO7thBdTmZp2+2H+kfdAXC20yL/Wod5jPhjFLLzdM52";
  private static final String RSA =
      "AAAAB3NzaC1yc2EAAAADAQABAAABAQCmEBDSMh5vG1L4o/odLvxb38fAlr2ICXO8a0JKjkToK2pOv3VeUb8ko/7vJ3pu"
          + "cvEytOUzC/3mIr7GmRE5kUznruGZzEq9oQEVc9Cwapcv1bZuY02S5ygoedmk0cuaf0Z1tJCm/Upv2CNnkO0oMzds"
          + "WESOMjczS3AzNJSYtx1bVMymLY5TwVranbCBSo6TktxM2lwN8SYdhQZ5V1kYaBrZJeOojt9uulABV3PwGBZv4ByV"
          + "l9VcTy9fJZ8S63CQT8cVnRtvH4q2taAX3BWOJNVGf319OqzGowV8Pdm+LdXjb3cPSgM/aXm2LstqxDrqF27pT330"
          + "9px69anj+GVtkKkN";
  private static final String ECDSA =
      "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBFg0auCnf7xBKpcJAUrjdQUU55QBZKWo/L0hMNDP"
          + "oilqNOOpk+DNPZoRBjBSYZaEIdWuqIS5AnKpA3Nmf5x87wY=";
  private static final String ECDSA_521 =
      "AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBADsxi8TfoxHyIN6Tfhu1X0x/bNb4qidEFeJE0co"
          + "v/mSnut9bpEsAkc0QSeO3CUFEqNjwTc9na6G3nPyG0N2GcRRoQGWdc8CH++YhK+UCKXyKDlFiXUky49M6pYYvyzO"
          + "AjQjLxLvil8Z/ysnKt5tV/f8i08ABnNBxYZ55WMNnJnoVBFdkA==";

  private static SshPublicKey parse(String text) {
    return SshPublicKey.parse(text, PLACE);
  }

  @ParameterizedTest
  @CsvSource({
    "ssh-ed25519, "
        + ED25519
        + ", SHA256:XL+yo0YsJ9xvV5WwSv9XODk68biBWQWzL9ZnU6hxN2Y,"
        + " c4:4e:3d:58:f9:10:35:3d:ac:0d:67:f3:03:e2:1d:8b",
    "ssh-rsa, "
        + RSA
        + ", SHA256:kRR/Py3L3SalO8+MUXRrS9O/xhQ32P2pE4gyVJw2f8I,"
        + " f7:a9:e7:be:4b:3a:3f:85:dd:d0:e2:a6:30:d3:f7:32",
    "ecdsa-sha2-nistp256, "
        + ECDSA
        + ", SHA256:3qFIkfbWCzER1qUKgSykkbbHfgAb2rlmiyCEKXjsfpk,"
        + " c4:5d:58:9c:79:f4:b9:d8:a4:46:a3:c4:78:f5:1e:2a",
    "ecdsa-sha2-nistp521, "
        + ECDSA_521
        + ", SHA256:RjGocRxOeniuquoyzplP73BhQx5vSnsKTYgEJ1een6s,"
        + " 66:72:3b:3c:1b:8a:c3:5b:49:13:a0:de:15:76:7d:9c",
  })
  void itsFingerprintsAreOpenSshsOwn(String type, String base64, String sha256, String md5) {
    SshPublicKey key = parse(type + " " + base64 + " ann@laptop\n");

    assertThat(key.sha256Fingerprint()).isEqualTo(sha256);
    assertThat(key.md5Fingerprint()).isEqualTo(md5);
    assertThat(key.type()).isEqualTo(type);
    assertThat(key.line()).isEqualTo(type + " " + base64 + " ann@laptop");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "'\n', ''",
    "'\r\n', ''",
    "' ', ''",
    "' ann', ann",
    "'  ann at laptop \r\n\r\n', ann at laptop",
    "'\tann\tat', 'ann\tat'",
    "' clé 😀', clé 😀",
    "' # not a remark', '# not a remark'",
  })
  void theRestOfTheLineIsItsComment(String rest, String comment) {
    SshPublicKey key = parse("\r\n ssh-ed25519  " + ED25519 + rest);

    assertThat(key.comment()).isEqualTo(comment);
    assertThat(parse(key.line())).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN OPENSSH PRIVATE KEY-----\ncanary\n-----END OPENSSH PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\r\ncanary",
        "-----BEGIN EC PRIVATE KEY-----\ncanary",
        "-----BEGIN PRIVATE KEY-----\ncanary",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\ncanary",
        "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\ncanary",
        "remark\n-----BEGIN DSA PRIVATE KEY-----\ncanary",
        "PuTTY-User-Key-File-3: ssh-ed25519\ncanary",
        "\nPuTTY-User-Key-File-2: ssh-rsa\ncanary"
      })
  void aPrivateKeyIsRefusedAndNotQuoted(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> {
              assertThat(e.message()).isEqualTo(PLACE + " is a private key; nothing was sent");
              assertThat(e.hint().orElse("")).contains(".pub").doesNotContain("canary");
            });
  }

  @Test
  void aCommentMaySpeakOfAPrivateKey() {
    assertThat(parse("ssh-ed25519 " + ED25519 + " my PRIVATE KEY pair").comment())
        .isEqualTo("my PRIVATE KEY pair");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "ssh-ed25519",
        "canary",
        ED25519,
        "ssh-foo " + ED25519,
        "SSH-ED25519 " + ED25519,
        "from=\"10.0.0.1\" ssh-ed25519 " + ED25519,
        "restrict,pty ssh-ed25519 " + ED25519 + " ann",
        "ssh-ed25519-cert-v01@openssh.com " + ED25519,
        "\ufeffssh-ed25519 " + ED25519,
        "---- BEGIN SSH2 PUBLIC KEY ----\ncanary\n---- END SSH2 PUBLIC KEY ----",
      })
  void whatDoesNotBeginWithAKeyTypeIsRefused(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(PLACE + " is not an SSH public key: ")
        .hasMessageNotContaining("canary");
  }

  @Test
  void moreThanOneLineIsRefused() {
    String line = "ssh-ed25519 " + ED25519;

    assertThatThrownBy(() -> parse(line + "\n" + line)).hasMessageContaining("more than one line");
    assertThatThrownBy(() -> parse(line + "\rssh-rsa")).hasMessageContaining("more than one line");
  }

  @Test
  void aTypeThatIsNotTheKeysIsRefused() {
    assertThatThrownBy(() -> parse("ssh-rsa " + ED25519))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the type named and the type in the key differ");
    assertThatThrownBy(() -> parse("ecdsa-sha2-nistp384 " + ECDSA)).hasMessageContaining("differ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!!", "AAAA=AAA", "é"})
  void whatIsNotBase64IsRefused(String base64) {
    assertThatThrownBy(() -> parse("ssh-rsa " + base64))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the key is not base64");
  }

  @Test
  void aKeyCutShortAnywhereIsRefused() {
    byte[] blob = Base64.getDecoder().decode(RSA);
    for (int length = 1; length < blob.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(blob, length);
      assertThatThrownBy(() -> parse("ssh-rsa " + Base64.getEncoder().encodeToString(cut)))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith(PLACE + " is not an SSH public key: ");
    }
  }

  @Test
  void partsTooManyAreRefused() {
    byte[] blob = Base64.getDecoder().decode(ED25519);
    byte[] longer = ByteBuffer.allocate(blob.length + 5).put(blob).putInt(1).put((byte) 9).array();

    assertThatThrownBy(() -> parse("ssh-ed25519 " + Base64.getEncoder().encodeToString(longer)))
        .hasMessageContaining("the key does not have the parts that its type has");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 12, 1 << 24})
  void aLengthThatLiesIsRefused(int length) {
    byte[] blob =
        ByteBuffer.allocate(15)
            .putInt(length)
            .put("ssh-ed25519".getBytes(StandardCharsets.US_ASCII))
            .array();

    assertThatThrownBy(() -> parse("ssh-ed25519 " + Base64.getEncoder().encodeToString(blob)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cut short");
  }

  @Test
  void anyTextIsAKeyOrAUsageErrorThatDoesNotQuoteIt() {
    Random random = new Random(4253);
    String line = "ssh-ed25519 " + ED25519 + " comment";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(line);
      for (int edit = 1 + random.nextInt(3); edit > 0; edit--) {
        text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
      }
      try {
        SshPublicKey key = parse(text.toString());
        assertThat(parse(key.line())).isEqualTo(key);
      } catch (UsageException e) {
        assertThat(e.message()).startsWith(PLACE).doesNotContain(ED25519.substring(20, 40));
      }
    }
  }
}
