package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of every byte string, whatever made it up: it is read or refused by line, looked
 * over without a crash, and an edit of it does what it should and nothing else.
 */
public final class ParserFuzzTarget {
  private static final Credential OURS =
      new Credential(Host.parse("h.example"), "ann", Secret.of("n3w s\\cret#\""));

  private ParserFuzzTarget() {}

  /** Called by Jazzer first: what is loaded here is not loaded on the first input's time. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(
        "machine h.example login bob password x\n# c\nword\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] text) {
    Netrc netrc;
    try {
      netrc = Parser.parse(text);
    } catch (MalformedNetrcException e) {
      assertThat(e.line()).isBetween(1, text.length + 1);
      return;
    }
    Lint.of(netrc, Path.of("netrc"));
    Tokens.assertWhole(netrc);
    for (Entry entry : netrc.entries()) {
      lookUp(netrc, entry);
    }
    put(text, netrc);
    remove(text, netrc);
  }

  private static void lookUp(Netrc netrc, Entry entry) {
    try {
      Host host = Host.parse(netrc.machineName(entry));
      boolean canonical = host.toString().equals(netrc.machineName(entry));
      if (canonical && entry.password().isPresent()) {
        assertThat(netrc.find(host)).isPresent();
        assertThat(netrc.find(host, netrc.login(entry))).isPresent();
      }
    } catch (UsageException e) {
      // A machine that is no host is nobody's to ask for.
    }
  }

  private static void put(byte[] text, Netrc netrc) {
    SaveEdit save = new SaveEdit(List.of(OURS));
    byte[] once;
    try {
      once = save.apply(text);
    } catch (StoreException | MalformedNetrcException e) {
      // Refused, by line or by what the file can hold: nothing was changed.
      return;
    }
    Netrc after = Parser.parse(once);
    assertThat(after.find(OURS.host(), OURS.login()).flatMap(after::password))
        .contains(OURS.secret());
    assertThat(Tokens.ofOthers(after, Set.of(OURS.host())))
        .isEqualTo(Tokens.ofOthers(netrc, Set.of(OURS.host())));
    assertThat(new SaveEdit(List.of(OURS)).apply(once)).isEqualTo(once);
    assertThat(new UndoEdit(save.saved(), Optional.of(save)).apply(once)).isEqualTo(text);
  }

  private static void remove(byte[] text, Netrc netrc) {
    List<CredentialId> ids = new ArrayList<>();
    netrc
        .entriesOf(OURS.host())
        .forEach(entry -> ids.add(new CredentialId(OURS.host(), netrc.login(entry))));
    Netrc after = Parser.parse(new RemoveEdit(ids).apply(text));
    assertThat(after.entriesOf(OURS.host())).isEmpty();
    assertThat(Tokens.ofOthers(after, Set.of(OURS.host())))
        .isEqualTo(Tokens.ofOthers(netrc, Set.of(OURS.host())));
  }
}
