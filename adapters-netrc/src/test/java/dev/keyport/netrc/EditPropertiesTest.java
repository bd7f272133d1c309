package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.Saved;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every edit of every file, tried on files and values made at random. */
class EditPropertiesTest {
  private static final int SEEDS = 400;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  /** What an entry says, with its place among the others left out. */
  private record Said(String machine, String login, String password) {}

  private static List<Said> said(byte[] text) {
    Netrc netrc = Parser.parse(text);
    List<Said> all = new ArrayList<>();
    for (Entry entry : netrc.entries()) {
      all.add(
          new Said(
              entry.isDefault() ? "(default)" : netrc.machineName(entry),
              netrc.login(entry),
              netrc.password(entry).map(Secret::reveal).orElse("(none)")));
    }
    return all;
  }

  private static byte[] put(byte[] text, Credential credential) {
    return new SaveEdit(List.of(credential)).apply(text);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPutIsFoundAndPuttingItAgainChangesNothing(long seed) {
    RandomNetrc random = new RandomNetrc(new Random(seed));
    byte[] before = random.file();
    Credential credential = random.credential();

    byte[] once = put(before, credential);

    Netrc netrc = Parser.parse(once);
    assertThat(
            netrc
                .find(credential.host(), credential.login())
                .flatMap(netrc::password)
                .map(Secret::reveal))
        .contains(credential.secret().reveal());
    assertThat(put(once, credential)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPutLeavesEveryOtherEntryAsItWas(long seed) {
    RandomNetrc random = new RandomNetrc(new Random(seed));
    byte[] before = random.file();
    Credential credential = random.credential();
    String machine = credential.host().toString();

    List<Said> after = said(put(before, credential));

    List<Said> others = new ArrayList<>(said(before));
    others.removeIf(entry -> entry.machine().equals(machine));
    assertThat(after.stream().filter(entry -> !entry.machine().equals(machine)))
        .containsExactlyElementsOf(others);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsAddedAndRemovedLeavesTheBytesOfBefore(long seed) {
    RandomNetrc random = new RandomNetrc(new Random(seed));
    byte[] before = random.wholeLines();
    Credential fresh =
        new Credential(Host.parse("fresh.example"), "ann", Secret.of(random.value()));

    byte[] after = new RemoveEdit(List.of(fresh.id())).apply(put(before, fresh));

    assertThat(new String(after, StandardCharsets.UTF_8))
        .isEqualTo(new String(before, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anUndoneSaveLeavesTheBytesOfBefore(long seed) {
    RandomNetrc random = new RandomNetrc(new Random(seed));
    byte[] before = random.file();
    SaveEdit save = new SaveEdit(List.of(random.credential()));
    byte[] after = save.apply(before);

    byte[] undone = new UndoEdit(save.saved(), java.util.Optional.of(save)).apply(after);

    assertThat(undone).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSaveUndoneByAnotherOpeningLeavesWhatTheFileSaidBefore(long seed) {
    RandomNetrc random = new RandomNetrc(new Random(seed));
    byte[] before = random.distinctFile();
    SaveEdit save = new SaveEdit(List.of(random.credential()));
    byte[] after = save.apply(before);
    Saved saved = save.saved();

    byte[] undone = new UndoEdit(saved, java.util.Optional.empty()).apply(after);

    assertThat(said(undone)).containsExactlyInAnyOrderElementsOf(said(before));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRemovalTakesThatIdAndNothingElse(long seed) {
    RandomNetrc random = new RandomNetrc(new Random(seed));
    byte[] before = random.file();
    CredentialId id = random.credential().id();

    List<Said> after = said(new RemoveEdit(List.of(id)).apply(before));

    List<Said> expected = new ArrayList<>(said(before));
    expected.removeIf(
        entry -> entry.machine().equals(id.host().toString()) && entry.login().equals(id.login()));
    assertThat(after).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomBytesAreReadOrRefusedAndNeverHang(long seed) {
    Random random = new Random(seed);
    byte[] text = new byte[random.nextInt(400)];
    byte[] pieces =
        "machine default login password macdef # \" \\ \n\r\t h.example x\u00e4"
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      text[i] =
          random.nextInt(50) == 0
              ? (byte) random.nextInt(256)
              : pieces[random.nextInt(pieces.length)];
    }

    Throwable refusal = catchThrowable(() -> Parser.parse(text));

    if (refusal == null) {
      assertThat(Parser.parse(text).text()).isEqualTo(text);
    } else {
      assertThat(refusal).isInstanceOf(MalformedNetrcException.class);
    }
  }
}
