package dev.keyport.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.ClosedException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  private static final String CANARY = "canary-5f1d";

  @Test
  void itMasksItselfWhereverItIsPrinted() {
    Secret secret = Secret.of(CANARY);
    Credential credential = new Credential(Host.parse("a.example"), "ann", secret);

    assertThat(
            List.of(
                secret.toString(),
                "" + secret,
                String.valueOf(secret),
                String.format(Locale.ROOT, "%s|%10s|%S", secret, secret, secret),
                Optional.of(secret).toString(),
                List.of(secret).toString(),
                Map.of("k", secret).toString(),
                credential.toString(),
                new IllegalStateException("refused " + secret).toString()))
        .allSatisfy(text -> assertThat(text).contains(Secret.MASK).doesNotContain(CANARY));
  }

  @Test
  void itsMaskAndHashTellNothingOfIt() {
    assertThat(Secret.of("")).hasToString("****");
    assertThat(Secret.of("x".repeat(100))).hasToString("****");
    assertThat(Secret.of("a").hashCode()).isEqualTo(Secret.of("quite another").hashCode());
  }

  @Test
  void itCannotBeSerialized() {
    assertThat(Serializable.class.isAssignableFrom(Secret.class)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "pässwörd", "密码", "😀", "nul\u0000", "\ud800", "a\udc00b"})
  void itIsEqualToTheSameTextAndGivesItBack(String text) {
    Secret secret = Secret.of(text);

    assertThat(secret).isEqualTo(Secret.copyOf(text.toCharArray()));
    assertThat(secret).isNotEqualTo(Secret.of(text + "x"));
    assertThat(secret.reveal()).isEqualTo(text);
    assertThat(secret.length()).isEqualTo(text.length());
    assertThat(secret.isEmpty()).isEqualTo(text.isEmpty());
    String used = secret.use(String::new);
    assertThat(used).isEqualTo(text);
  }

  @Test
  void equalityIsOfTheTextNotOfItsUtf8() {
    assertThat(Secret.of("\ud800")).isNotEqualTo(Secret.of("?")).isNotEqualTo(Secret.of("\udc00"));
    assertThat((Object) Secret.of("?")).isNotEqualTo("?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "pässwörd", "密码", "😀 tail"})
  void utf8IsTheTextsOwn(String text) {
    assertThat(Secret.of(text).revealUtf8()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udc00", "\ud83d"})
  void halfASurrogatePairBecomesAQuestionMarkInUtf8(String half) {
    assertThat(Secret.of("a" + half + "b").revealUtf8())
        .isEqualTo("a?b".getBytes(StandardCharsets.UTF_8));
    assertThat(Secret.of("a" + half).revealUtf8()).isEqualTo("a?".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void visibleAsciiIsWhatAHeaderTakes() {
    assertThat(Secret.of("!~HRKU-01").isVisibleAscii()).isTrue();
    assertThat(Secret.of("").isVisibleAscii()).isTrue();
    assertThat(List.of("a b", " ", "a\n", "a\u007f", "ä", "\t"))
        .allSatisfy(text -> assertThat(Secret.of(text).isVisibleAscii()).isFalse());
  }

  @Test
  void theCallersArrayIsCopied() {
    char[] own = CANARY.toCharArray();
    Secret secret = Secret.copyOf(own);
    own[0] = 'X';

    assertThat(secret.reveal()).isEqualTo(CANARY);
  }

  @Test
  void theLentArrayIsWipedAfterUseAndIsACopy() {
    Secret secret = Secret.of(CANARY);
    List<char[]> kept = new ArrayList<>();
    secret.use(
        chars -> {
          chars[0] = 'X';
          return kept.add(chars);
        });

    assertThat(kept.get(0)).containsOnly('\0');
    assertThat(secret.reveal()).isEqualTo(CANARY);
  }

  @Test
  void theLentArrayIsWipedWhenItsUseFails() {
    List<char[]> kept = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Secret.of(CANARY)
                    .use(
                        chars -> {
                          kept.add(chars);
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(kept.get(0)).containsOnly('\0');
  }

  @Test
  void aClosedSecretGivesNothingButItsMask() {
    Secret secret = Secret.of(CANARY);
    secret.close();
    secret.close();

    assertThat(secret).hasToString("****");
    assertThatThrownBy(secret::reveal)
        .isInstanceOf(ClosedException.class)
        .hasMessage("this secret was closed");
    assertThatThrownBy(secret::revealUtf8).isInstanceOf(ClosedException.class);
    assertThatThrownBy(secret::isVisibleAscii).isInstanceOf(ClosedException.class);
    assertThatThrownBy(() -> secret.use(String::new)).isInstanceOf(ClosedException.class);
    assertThatThrownBy(() -> secret.equals(Secret.of(CANARY))).isInstanceOf(ClosedException.class);
  }

  @Test
  void closingWipesItsOwnCopy() throws ReflectiveOperationException {
    Secret secret = Secret.of(CANARY);
    var field = Secret.class.getDeclaredField("chars");
    field.setAccessible(true);
    char[] own = (char[]) field.get(secret);
    secret.close();

    assertThat(own).containsOnly('\0');
  }

  @Test
  void aCopyLivesOnAndAClosedOneHasNone() {
    Secret secret = Secret.of("s3cret");
    Secret copy = secret.copy().orElseThrow();
    secret.close();

    assertThat(copy).isEqualTo(Secret.of("s3cret"));
    assertThat(secret.copy()).isEmpty();
  }
}
