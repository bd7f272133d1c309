package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertiesTextTest {
  private static final int ROUNDS = 20_000;
  private static final String[] BITS = {
    "a",
    "b",
    "store",
    "=",
    ":",
    " ",
    "\t",
    "\f",
    "\\",
    "\\\\",
    "\n",
    "\r",
    "\r\n",
    "#",
    "!",
    "\\u0041",
    "\\n",
    "\u00e9",
    "profile.x.",
    "\\\n",
    "\\\r\n  ",
    "\u0000",
  };

  private static Properties read(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }

  private static Properties read(PropertiesText text) {
    Properties properties = new Properties();
    text.pieces()
        .forEach(
            piece ->
                piece.setting().ifPresent(set -> properties.setProperty(set.key(), set.value())));
    return properties;
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(25); i > 0; i--) {
      text.append(BITS[random.nextInt(BITS.length)]);
    }
    return text.toString();
  }

  @Test
  void whateverTheTextItIsReadAsTheJdkReadsItAndKeptToTheLetter() throws IOException {
    Random random = new Random(8);
    for (int i = 0; i < ROUNDS; i++) {
      String text = random(random);
      PropertiesText parsed = PropertiesText.parse(text);

      assertThat(parsed.text()).isEqualTo(text);
      assertThat(read(parsed)).as(printable(text)).isEqualTo(read(text));
    }
  }

  @Test
  void whateverTheTextAnEditChangesItsKeyAlone() throws IOException {
    Random random = new Random(9);
    for (int i = 0; i < ROUNDS; i++) {
      String text = random(random);
      String key = random.nextBoolean() ? "store" : random.nextBoolean() ? "a" : random(random);
      String value = random(random);
      Properties wanted = read(text);
      Properties without = read(text);
      wanted.setProperty(key, value);
      without.remove(key);
      PropertiesText parsed = PropertiesText.parse(text);
      String told = printable(text + "|" + key + "|" + value);

      assertThat(read(parsed.with(key, value).text())).as(told).isEqualTo(wanted);
      assertThat(read(parsed.without(key).text())).as(told).isEqualTo(without);
    }
  }

  private static String printable(String text) {
    return text.replace("\r", "<CR>").replace("\n", "<LF>").replace("\f", "<FF>");
  }

  @ParameterizedTest
  @CsvSource({
    "'# mine\nstore=netrc\n\n! end\n', '# mine\nstore=new\n\n! end\n'",
    "'store : netrc', 'store : new'",
    "'  store\tnetrc\r\ncolor=never\r\n', '  store\tnew\r\ncolor=never\r\n'",
    "'store = keychain,\\\n   netrc\ncolor = never\n', 'store = new\ncolor = never\n'",
    "'store=one\nstore=two\n', 'store=one\nstore=new\n'",
    "'st\\u006fre=x\n', 'st\\u006fre=new\n'",
    "'', 'store = new\n'",
    "'color=never', 'color=never\nstore = new\n'",
    "'color=never\r\n# p\r\nprofile.x.store=y\r\n',"
        + " 'color=never\r\nstore = new\r\n# p\r\nprofile.x.store=y\r\n'",
    "'color=never\\', 'store = new\ncolor=never\\'",
    "'\ufeff', '\ufeffstore = new\n'",
    "'\ufeffstore=x', '\ufeffstore=new'",
  })
  void onlyTheValueChanges(String before, String after) {
    assertThat(PropertiesText.parse(before).with("store", "new").text()).isEqualTo(after);
  }

  @Test
  void aSettingOfAProfileStandsWithItsOwn() {
    String before = "profile.a.store=x\n\nprofile.b.store=y\n";

    assertThat(PropertiesText.parse(before).with("profile.a.account", "me").text())
        .isEqualTo("profile.a.store=x\nprofile.a.account = me\n\nprofile.b.store=y\n");
  }

  @Test
  void linesAreCounted() {
    PropertiesText text = PropertiesText.parse("# one\r\n\r\na=1\\\r\n2\r\nb=3");

    assertThat(text.pieces())
        .filteredOn(piece -> piece.setting().isPresent())
        .extracting(PropertiesText.Piece::line)
        .containsExactly(3, 5);
  }

  @Test
  void anEscapeThatIsNoneIsRaised() {
    assertThatThrownBy(() -> PropertiesText.parse("store=C:\\users"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
