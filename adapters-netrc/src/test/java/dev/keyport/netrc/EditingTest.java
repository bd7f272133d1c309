package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.netrc.Corpus.Editing;
import dev.keyport.netrc.Corpus.Putting;
import dev.keyport.netrc.Corpus.Removing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditingTest {
  static List<Editing> cases() {
    return Corpus.editings();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anEditTouchesTheBytesItMustAndNoOthers(Editing editing) {
    byte[] before = editing.before().getBytes(StandardCharsets.UTF_8);
    if (editing.refused() != null) {
      KeyportException refusal =
          catchThrowableOfType(KeyportException.class, () -> edit(editing, before));
      assertThat(refusal).isNotNull();
      assertThat(refusal.message()).contains(editing.refused());
      return;
    }

    byte[] after = edit(editing, before);

    assertThat(new String(after, StandardCharsets.UTF_8)).isEqualTo(editing.after());
  }

  private static byte[] edit(Editing editing, byte[] before) {
    Putting put = editing.put();
    if (put != null) {
      Credential credential =
          new Credential(Host.parse(put.host()), put.login(), Secret.of(put.password()));
      Put.check(credential);
      return new SaveEdit(List.of(credential)).apply(before);
    }
    return new RemoveEdit(ids(Objects.requireNonNull(editing.remove()), before)).apply(before);
  }

  private static List<CredentialId> ids(Removing remove, byte[] before) {
    Host host = Host.parse(remove.host());
    String login = remove.login();
    if (login != null) {
      return List.of(new CredentialId(host, login));
    }
    List<CredentialId> all = new ArrayList<>();
    Netrc netrc = Parser.parse(before);
    netrc.entriesOf(host).forEach(entry -> all.add(new CredentialId(host, netrc.login(entry))));
    return all;
  }
}
