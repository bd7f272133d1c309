package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.Host;
import dev.keyport.netrc.Corpus.Pair;
import dev.keyport.netrc.Corpus.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTest {
  static List<Reading> cases() {
    return Corpus.readings();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFileAnswersAsItShould(Reading reading) {
    Integer line = reading.malformedLine();
    if (line != null) {
      MalformedNetrcException malformed =
          catchThrowableOfType(MalformedNetrcException.class, () -> Parser.parse(reading.bytes()));
      assertThat(malformed).isNotNull();
      assertThat(malformed.line()).isEqualTo(line);
      return;
    }
    Netrc netrc = Parser.parse(reading.bytes());
    Host host = Host.parse(reading.host());
    String login = reading.login();

    Optional<Entry> found = login == null ? netrc.find(host) : netrc.find(host, login);
    Optional<Entry> catchAll = netrc.entriesOf(host).isEmpty() ? netrc.defaultEntry() : found;

    assertThat(pair(netrc, found, login)).isEqualTo(Optional.ofNullable(reading.finds()));
    if (reading.catchAll() != null) {
      assertThat(pair(netrc, catchAll, login)).contains(reading.catchAll());
    }
  }

  private static Optional<Pair> pair(
      Netrc netrc, Optional<Entry> found, @org.jspecify.annotations.Nullable String asked) {
    return found.map(
        entry -> {
          String login = netrc.login(entry);
          return new Pair(
              login.isEmpty() && asked != null ? asked : login,
              netrc.password(entry).orElseThrow().reveal(),
              netrc.account(entry).orElse(null));
        });
  }

  @Test
  void readingIsNotBoundByWhatOtherReadersTake() {
    String longValue = "x".repeat(100_000);
    String file =
        "machine o.example login x password "
            + longValue
            + "\n"
            + "# a comment line among many\n".repeat(10_000)
            + "machine h.example login ann password "
            + longValue
            + "\n";

    Netrc netrc = Parser.parse(file.getBytes(StandardCharsets.UTF_8));

    assertThat(pair(netrc, netrc.find(Host.parse("h.example")), null))
        .contains(new Pair("ann", longValue, null));
  }
}
