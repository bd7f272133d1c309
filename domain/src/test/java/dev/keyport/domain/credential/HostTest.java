package dev.keyport.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.UsageException;
import java.net.URI;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
  @ParameterizedTest
  @CsvSource({
    "api.heroku.com, api.heroku.com, -1, api.heroku.com",
    "API.Heroku.COM, api.heroku.com, -1, api.heroku.com",
    "api.heroku.com:443, api.heroku.com, 443, api.heroku.com:443",
    "localhost:1, localhost, 1, localhost:1",
    "localhost:65535, localhost, 65535, localhost:65535",
    "127.0.0.1:05000, 127.0.0.1, 5000, 127.0.0.1:5000",
    "::1, ::1, -1, ::1",
    "[::1], ::1, -1, ::1",
    "[::1]:5000, ::1, 5000, [::1]:5000",
    "2001:DB8::A, 2001:db8::a, -1, 2001:db8::a",
    "::ffff:127.0.0.1, ::ffff:127.0.0.1, -1, ::ffff:127.0.0.1",
    "[fe80::1%eth0]:80, fe80::1%eth0, 80, [fe80::1%eth0]:80",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8, -1, 1:2:3:4:5:6:7:8",
    "trailing.dot., trailing.dot., -1, trailing.dot.",
    "under_score, under_score, -1, under_score",
    "bücher.example, bücher.example, -1, bücher.example",
  })
  void itReadsNamesAddressesAndPorts(String text, String name, int port, String printed) {
    Host host = Host.parse(text);

    assertThat(host.name()).isEqualTo(name);
    assertThat(host.port()).isEqualTo(port < 0 ? OptionalInt.empty() : OptionalInt.of(port));
    assertThat(host).hasToString(printed);
    assertThat(Host.parse(printed)).isEqualTo(host).hasSameHashCodeAs(host);
    assertThat(host.withoutPort().port()).isEmpty();
    assertThat(host.withoutPort().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":",
        ":80",
        "a:",
        "a:0",
        "a:65536",
        "a:99999999999",
        "a:-1",
        "a:+1",
        "a:8o",
        "a:٤٤٣",
        "a b",
        "a\tb",
        "a\n",
        "a\u0000",
        "a\u00a0b",
        "a\u2028b",
        "a\u200bb",
        "a\u202eb",
        "https://api.heroku.com",
        "a/b",
        "a\\b",
        "\"a\"",
        "'a'",
        "#a",
        "a#b",
        "a]",
        "[a]",
        "[a",
        "[]",
        "[::1",
        "[::1]x",
        "[::1]:",
        "[[::1]]",
        "a:1:2",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "host:name:80",
        "::1%",
      })
  void itRefusesWhatIsNoHost(String text) {
    assertThatThrownBy(() -> Host.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is not a host: ")
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("\u0000")
        .hasMessageNotContaining("\u202e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann:canary@a.example", "https://ann:canary@a.example/", "ann@a:canary"})
  void whatMayHaveAPasswordInItIsNotQuoted(String text) {
    assertThatThrownBy(() -> Host.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void aLongTextIsQuotedInPart() {
    assertThatThrownBy(() -> Host.parse("/".repeat(10_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.heroku.com, api.heroku.com",
    "https://API.heroku.com:8443/x?y, api.heroku.com:8443",
    "http://[::1], ::1",
    "http://[::1]:5000/, [::1]:5000",
    "https://ann:pw@a.example, a.example",
  })
  void itIsTakenFromAnAddress(URI address, String host) {
    assertThat(Host.of(address)).hasToString(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:ann@a.example", "/path/canary", "https://ann:canary@/x"})
  void anAddressWithoutHostIsRefusedAndNotQuoted(String address) {
    assertThatThrownBy(() -> Host.of(URI.create(address)))
        .isInstanceOf(UsageException.class)
        .hasMessage("the address names no host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "localhost:5000",
        "127.0.0.1",
        "127.255.255.255",
        "127.0.0.1:80",
        "::1",
        "[::1]:80"
      })
  void loopbackIsThisMachine(String host) {
    assertThat(Host.parse(host).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost.evil.com",
        "evil-localhost",
        "localhost.",
        "localhost.localdomain",
        "127.0.0.1.evil",
        "127.0.0.1.",
        "1270.0.0.1",
        "127.0.0.256",
        "127.0.0.1000",
        "127.0.0.",
        "127..0.1",
        "127.0.0.x",
        "127.0.0.1٠",
        "127.1",
        "128.0.0.1",
        "0.0.0.0",
        "::",
        "::11",
        "0::1%lo",
        "::ffff:127.0.0.1",
        "2130706433",
        "loca\u217choſt"
      })
  void whatOnlyLooksLikeLoopbackIsNot(String host) {
    assertThat(Host.parse(host).isLoopback()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "git.example, https://git.example/app.git",
    "git.example, https://git.example",
    "git.example, HTTPS://GIT.Example:8443/x?y#z",
    "git.example, https://ann@git.example/",
    "git.example, https://evil.example@git.example/",
    "git.example:443, https://git.example/",
    "git.example:8443, https://git.example:8443/",
    "localhost, http://LOCALHOST:5000/",
    "127.0.0.9:80, http://127.0.0.9/",
    "::1, http://[::1]:5000/",
    "[::1]:5000, http://[::1]:5000/",
    "2001:db8::a, https://[2001:DB8::A]/",
  })
  void itCoversItsOwnAddresses(String host, URI address) {
    assertThat(Host.parse(host).covers(address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "git.example, https://git.example.evil/",
    "git.example, https://evil-git.example/",
    "git.example, https://evil.git.example/",
    "evil.git.example, https://git.example/",
    "git.example, https://git.example./",
    "git.example, https://git.example@evil.example/",
    "git.example, https://git.example%2Fevil.example/",
    "git.example, https://git.examplе/",
    "git.example, https://evil.example/git.example",
    "git.example, https://evil.example?@git.example",
    "git.example, https://evil.example#@git.example",
    "git.example, http://git.example/",
    "git.example:80, http://git.example/",
    "git.example, ftp://git.example/",
    "git.example, httpss://git.example/",
    "git.example, ssh://git@git.example/",
    "git.example, https:git.example",
    "git.example, //git.example/",
    "git.example, git.example",
    "git.example, mailto:ann@git.example",
    "git.example, file:///git.example",
    "git.example, https:///git.example",
    "git.example, https://git.example:x/",
    "git.example:443, https://git.example:8443/",
    "git.example:8443, https://git.example/",
    "git.example:80, https://git.example/",
    "git_hub.example, https://git_hub.example/",
    "127.0.0.1, http://127.0.0.2/",
    "127.0.0.1:443, http://127.0.0.1/",
    "127.0.0.1, http://localhost/",
    "localhost.evil, http://localhost.evil/",
    "::1, http://[0:0:0:0:0:0:0:1]/",
    "2001:db8::a, http://[2001:db8::a]/",
  })
  void itCoversNoOtherAddress(String host, URI address) {
    assertThat(Host.parse(host).covers(address)).isFalse();
  }

  @Test
  void theCoverOfAnAddressInParts() {
    Host host = Host.parse("a_b.k.example:443");

    assertThat(host.covers("https", "A_B.K.example", -1)).isTrue();
    assertThat(host.covers("https", "a_b.k.example", 443)).isTrue();
    assertThat(host.covers("https", "a_b.K.example", 443)).isFalse();
    assertThat(host.covers("httpſ", "a_b.k.example", 443)).isFalse();
    assertThat(host.covers("", "", 0)).isFalse();
    assertThat(host.covers("https", "[", 443)).isFalse();
    assertThat(Host.parse("::1").covers("http", "::1", 80)).isTrue();
    assertThat(Host.parse("::1").covers("http", "[::1]", 80)).isTrue();
  }

  @Test
  void onlyAsciiLettersHaveNoCase() {
    // The Kelvin sign and dotted I become ASCII letters in Java's lower case.
    assertThat(Host.parse("api.hero\u212au.com")).isNotEqualTo(Host.parse("api.heroku.com"));
    assertThat(Host.parse("\u0130.example")).isNotEqualTo(Host.parse("i.example"));
    assertThat(Host.parse("A.example")).isEqualTo(Host.parse("a.EXAMPLE"));
  }

  @Test
  void aPortMakesAnotherHost() {
    Host host = Host.parse("a.example");

    assertThat(Host.parse("a.example:80"))
        .isNotEqualTo(host)
        .isNotEqualTo(Host.parse("a.example:81"));
    assertThat(Host.parse("a.example:80").withoutPort()).isEqualTo(host);
    assertThat(host.withoutPort()).isSameAs(host);
    assertThat((Object) host).isNotEqualTo("a.example");
  }

  @Test
  void whatItPrintsIsReadAsTheSame() {
    Random random = new Random(20_140_917);
    String[] names = {"a", "x-1", "ÄÖ", "_s", "10.0.0.1", "Z9"};
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder(names[random.nextInt(names.length)]);
      for (int part = random.nextInt(4); part > 0; part--) {
        text.append('.').append(names[random.nextInt(names.length)]);
      }
      if (random.nextInt(4) == 0) {
        text.setLength(0);
        text.append('[').append(Integer.toHexString(random.nextInt(0x10000))).append("::1]");
      }
      if (random.nextBoolean()) {
        text.append(':').append(1 + random.nextInt(65_535));
      }
      Host host = Host.parse(text.toString());
      assertThat(Host.parse(host.toString())).as("%s", text).isEqualTo(host);
    }
  }

  @Test
  void anyTextIsAHostThatPrintsAsItselfOrAUsageError() {
    Random random = new Random(1);
    String alphabet = "a0.:[]-_%@/ \n#\"\\é\u200b1F";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        Host host = Host.parse(text.toString());
        assertThat(Host.parse(host.toString())).as("%s", text).isEqualTo(host);
      } catch (UsageException e) {
        assertThat(e.message()).contains(" is not a host: ");
      }
    }
  }
}
