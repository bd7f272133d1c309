package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The account's SSH keys. */
class KeysIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  private KeyportProcess keyport;

  @BeforeEach
  void logInWithoutKeys() {
    Needed.command("ssh-keygen");
    keyport = SANDBOX.loggedIn(folder);
    assertThat(keyport.run("keys:clear")).succeeds();
    SANDBOX.get().clearRequests();
  }

  @Test
  void keyIsAddedListedAndRemovedByComment() {
    makeKey("key", "me@laptop");

    assertThat(keyport.run("keys:add", "key.pub")).succeeds();
    assertThat(keyport.run("keys").stdout())
        .startsWith("ssh-ed25519 AAAA")
        .endsWith(" me@laptop\n")
        .contains("...");
    assertThat(keyport.run("keys", "-l").stdout()).isEqualTo(keyport.home().read("key.pub"));

    assertThat(keyport.run("keys:remove", "me@laptop")).succeeds();
    assertThat(keyport.run("keys")).succeeds().answersNothing();
  }

  @Test
  void keyInTheSshFolderIsFoundEd25519First() {
    assertThat(keyport.shell("mkdir -m 700 .ssh")).succeeds();
    makeKey(".ssh/id_ed25519", "better");
    keyport.home().write(".ssh/id_rsa.pub", "not reached");

    assertThat(keyport.run("keys:add")).endsWith(2).tellsOneError().tells("-y");
    Outcome add = keyport.run("keys:add", "-y");

    assertThat(add).succeeds();
    assertThat(add.stdout()).startsWith("Added ").contains("id_ed25519.pub SHA256:");
  }

  @Test
  void keyIsMadeWithAPassphraseThatSshKeygenAsksFor() {
    Needed.command("script");
    try (Terminal terminal = keyport.terminal("keyport keys:add")) {
      terminal.await("Make one with ssh-keygen? [Y/n] ").type("");
      terminal.await("Enter passphrase").await(": ").type("canary phrase");
      terminal.await("Enter same passphrase again: ").type("canary phrase");
      Outcome made = terminal.await("Added ").end();

      assertThat(made).succeeds();
      assertThat(made.stdout()).contains("id_ed25519.pub SHA256:").doesNotContain("canary");
    }
    assertThat(keyport.home().read(".ssh/id_ed25519.pub")).startsWith("ssh-ed25519 ");
    assertThat(keyport.shell("ssh-keygen -y -P 'canary phrase' -f .ssh/id_ed25519")).succeeds();
    assertThat(keyport.shell("ssh-keygen -y -P '' -f .ssh/id_ed25519").exit()).isNotZero();
  }

  @Test
  void keyIsMadeWithoutAPassphraseWhereNothingIsToBeAskedAndThatIsSaid() {
    Outcome made = keyport.run("keys:add", "-y");

    assertThat(made).succeeds().tells("has no passphrase", "ssh-keygen -p -f ");
    assertThat(keyport.shell("ssh-keygen -y -P '' -f .ssh/id_ed25519")).succeeds();
    assertThat(keyport.shell("stat -c %a .ssh .ssh/id_ed25519").stdout()).isEqualTo("700\n600\n");
  }

  @Test
  void privateKeyWithoutItsPublicKeyIsNotWrittenOver() {
    assertThat(keyport.shell("mkdir -m 700 .ssh")).succeeds();
    keyport.home().write(".ssh/id_ed25519", "precious\n");

    assertThat(keyport.run("keys:add", "-y")).endsWith(2).tellsOneError().tells("ssh-keygen -y");
    assertThat(keyport.home().read(".ssh/id_ed25519")).isEqualTo("precious\n");
  }

  @Test
  void privateKeyIsRefusedBeforeAnythingIsSent() {
    makeKey("key", "me@laptop");
    String secretLine = keyport.home().read("key").lines().skip(1).findFirst().orElseThrow();

    Outcome add = keyport.run("keys:add", "key");

    assertThat(add).endsWith(2).answersNothing().tellsOneError().tells("private key", ".pub");
    assertThat(add.all()).doesNotContain(secretLine);
    assertThat(SANDBOX.get().requests()).isEmpty();
  }

  @Test
  void whatIsNoKeyIsRefusedBeforeAnythingIsSent() {
    keyport.home().write("text", "hello\n");

    assertThat(keyport.run("keys:add", "text")).endsWith(2).tellsOneError();
    assertThat(keyport.run("keys:add", "missing.pub")).endsWith(104).tellsOneError();
    assertThat(keyport.run("keys:add")).endsWith(104).tellsOneError().tells("ssh-keygen");
    assertThat(SANDBOX.get().requests()).isEmpty();
  }

  @Test
  void keyThatIsThereAlreadyIsNotAddedAgain() {
    makeKey("key", "me@laptop");

    assertThat(keyport.run("keys:add", "key.pub")).succeeds();
    assertThat(keyport.run("keys:add", "key.pub")).succeeds();

    assertThat(SANDBOX.requests("POST", "/account/keys")).hasSize(1);
  }

  @Test
  void ambiguousNameRemovesNothingAndListsTheCandidates() {
    makeKey("one", "same");
    makeKey("two", "same");
    assertThat(keyport.run("keys:add", "one.pub")).succeeds();
    assertThat(keyport.run("keys:add", "two.pub")).succeeds();
    List<String> fingerprints =
        keyport.run("keys", "--json").json().findValuesAsString("fingerprint");

    assertThat(keyport.run("keys:remove", "same"))
        .endsWith(2)
        .answersNothing()
        .tellsOneError()
        .tells(fingerprints.toArray(String[]::new));

    assertThat(keyport.run("keys:remove", fingerprints.get(0))).succeeds();
    assertThat(keyport.run("keys:remove", "same")).succeeds();
    assertThat(keyport.run("keys:remove", "same")).endsWith(104).tellsOneError();
  }

  @Test
  void clearRemovesAll() {
    makeKey("one", "first");
    makeKey("two", "second");
    assertThat(keyport.run("keys:add", "one.pub")).succeeds();
    assertThat(keyport.run("keys:add", "two.pub")).succeeds();

    assertThat(keyport.run("keys:clear").stdout()).contains("first", "second");

    assertThat(keyport.run("keys", "--json").json().values()).isEmpty();
  }

  private void makeKey(String file, String comment) {
    assertThat(
            keyport.shell("ssh-keygen -q -t ed25519 -N '' -C '" + comment + "' -f '" + file + "'"))
        .succeeds();
  }
}
