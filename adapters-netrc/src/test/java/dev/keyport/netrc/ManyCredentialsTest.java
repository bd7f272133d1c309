package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several put or removed at once come out as one after the other. */
class ManyCredentialsTest {
  private static final int SEEDS = 200;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void putsOfDifferentHosts(long seed) {
    RandomNetrc random = new RandomNetrc(new Random(seed));
    byte[] before = random.wholeLines();
    List<Credential> credentials =
        List.of(
            StoreFixture.credential("o.example", "ann", random.value()),
            StoreFixture.credential("new.example", "ann", random.value()),
            StoreFixture.credential("z.example", "bob", random.value()),
            StoreFixture.credential("other.example", "cyd", random.value()));
    byte[] expected = before;
    for (Credential credential : credentials) {
      expected = new SaveEdit(List.of(credential)).apply(expected);
    }

    assertThat(text(new SaveEdit(credentials).apply(before))).isEqualTo(text(expected));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void removals(long seed) {
    RandomNetrc random = new RandomNetrc(new Random(seed));
    byte[] before = random.file();
    List<CredentialId> ids = new ArrayList<>();
    byte[] expected = before;
    for (int i = 0; i < 4; i++) {
      CredentialId id = random.credential().id();
      ids.add(id);
      expected = new RemoveEdit(List.of(id)).apply(expected);
    }

    assertThat(text(new RemoveEdit(ids).apply(before))).isEqualTo(text(expected));
  }

  @Test
  void newLoginsOfAHostThatHasSeveralGoBeforeTheFirstTheLastOneOnTop() {
    byte[] before = bytes("machine h login a password 1\nmachine h login b password 2\n");

    byte[] after =
        new SaveEdit(
                List.of(
                    StoreFixture.credential("h", "c", "3"),
                    StoreFixture.credential("h", "b", "4"),
                    StoreFixture.credential("h", "d", "5")))
            .apply(before);

    assertThat(text(after))
        .isEqualTo(
            """
            machine h
              login d
              password 5
            machine h
              login c
              password 3
            machine h login a password 1
            machine h login b password 4
            """);
  }

  @Test
  void ofTwoLoginsThatWouldTakeOneEntryTheLostOneIsNamed() {
    SaveEdit save =
        new SaveEdit(
            List.of(
                StoreFixture.credential("h", "a", "1"),
                StoreFixture.credential("h", "b", "2"),
                StoreFixture.credential("h", "c", "3")));

    assertThatThrownBy(() -> save.apply(bytes("machine h login c password 0\n")))
        .isInstanceOf(StoreException.Unrepresentable.class)
        .hasMessageContaining("it can't hold a and another saved with it");
  }

  @Test
  void entriesPartedByALoneCarriageReturnAreRemoved() {
    CredentialId id = StoreFixture.credential("h", "a", "1").id();
    String entry = "machine h login a password 1";

    byte[] after =
        new RemoveEdit(List.of(id))
            .apply(bytes("# mine\n" + entry + "\r" + entry + "\nmachine o password 2\n"));

    assertThat(text(after)).isEqualTo("# mine\nmachine o password 2\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
