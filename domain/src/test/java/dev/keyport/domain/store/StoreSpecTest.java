package dev.keyport.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSpecTest {
  @ParameterizedTest
  @CsvSource({
    "netrc, netrc, ''",
    "' netrc ', netrc, ''",
    "netrc:/home/ann/.netrc, netrc, /home/ann/.netrc",
    "netrc:C:\\Users\\ann\\_netrc, netrc, C:\\Users\\ann\\_netrc",
    "netrc:/a path/with blanks, netrc, /a path/with blanks",
    "helper:pass, helper, pass",
    "x-2:é, x-2, é",
  })
  void itReadsSchemeAndArgument(String text, String scheme, String argument) {
    StoreSpec spec = StoreSpec.parse(text);

    assertThat(spec).isEqualTo(new StoreSpec(scheme, argument)).hasToString(text.strip());
    assertThat(spec.optionalArgument().orElse("")).isEqualTo(argument);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":",
        ":x",
        "netrc:",
        "Netrc",
        "net rc",
        "net/rc",
        "/home/ann/.netrc",
        "nétrc",
        "netrc:a\u0000b",
        "netrc:a\nb",
        "netrc:\u001b[31m"
      })
  void itRefusesWhatNamesNoStore(String text) {
    assertThatThrownBy(() -> StoreSpec.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith(" names no store")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u0000", "\n", "\u001b"));
  }

  @Test
  void aListIsInOrder() {
    assertThat(StoreSpec.parseList("keychain, netrc:/x ,memory"))
        .containsExactly(
            new StoreSpec("keychain", ""),
            new StoreSpec("netrc", "/x"),
            new StoreSpec("memory", ""));
    assertThat(StoreSpec.parseList("netrc")).containsExactly(new StoreSpec("netrc", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "netrc,", ",netrc", "netrc,,memory", "netrc,netrc:"})
  void aListWithAGapIsRefused(String text) {
    assertThatThrownBy(() -> StoreSpec.parseList(text)).isInstanceOf(UsageException.class);
  }

  @Test
  void aStoreTwiceInAListIsRefused() {
    assertThatThrownBy(() -> StoreSpec.parseList("netrc:/x, netrc:/x"))
        .isInstanceOf(UsageException.class)
        .hasMessage("the store netrc:/x stands twice in \"netrc:/x, netrc:/x\"");
    assertThat(StoreSpec.parseList("netrc,netrc:/x")).hasSize(2);
  }

  @Test
  void whatItPrintsIsReadAsTheSame() {
    Random random = new Random(7);
    String scheme = "az09-";
    String argument = "aZ/\\: .é😀%~=";
    for (int i = 0; i < 1_000; i++) {
      StoreSpec spec =
          new StoreSpec(
              pick(random, scheme, 1 + random.nextInt(8)),
              pick(random, argument, random.nextInt(12)).strip());
      assertThat(StoreSpec.parse(spec.toString())).isEqualTo(spec);
    }
  }

  @Test
  void aListOfWhatItPrintsIsReadAsTheSame() {
    Random random = new Random(8);
    for (int i = 0; i < 300; i++) {
      List<StoreSpec> specs = new ArrayList<>();
      for (int link = 0; link <= random.nextInt(4); link++) {
        specs.add(new StoreSpec("s" + link, pick(random, "a/:.-", random.nextInt(5))));
      }
      String text = specs.stream().map(StoreSpec::toString).collect(Collectors.joining(","));
      assertThat(StoreSpec.parseList(text)).isEqualTo(specs);
    }
  }

  private static String pick(Random random, String alphabet, int length) {
    int[] points = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
