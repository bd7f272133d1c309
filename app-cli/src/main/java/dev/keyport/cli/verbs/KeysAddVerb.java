package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.ssh.SshKeyFiles;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.keys.ManageKeys;
import dev.keyport.domain.keys.SshPublicKey;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys:add}. */
@Command(
    name = "add",
    description = "Add an SSH public key to the account.",
    footer = {
      "",
      "With no FILE, a key in ~/.ssh is taken (ed25519 first), or made with ssh-keygen.",
      "ssh-keygen asks for the passphrase of the key it makes.",
      "",
      "Examples:",
      "  keyport keys:add",
      "  keyport keys:add ~/.ssh/id_ed25519.pub"
    })
public final class KeysAddVerb implements Verb {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The public key's file.")
  private @Nullable Path file;

  @Option(
      names = {"-y", "--yes"},
      description = "Ask nothing: take the key in ~/.ssh, or make one without a passphrase.")
  private boolean yes;

  /** With no options given. */
  public KeysAddVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    SshKeyFiles files = new SshKeyFiles(use.invocation().machine().home());
    Path chosen = file == null ? choose(files, use.invocation().person()) : file;
    SshPublicKey key = files.read(chosen);
    ManageKeys.AddedKey done = use.manageKeys().add(key);
    if (answer.isJson()) {
      answer.document(KeyDocument.of(done.key()));
    } else {
      answer.line(
          (done.added() ? "Added " : "The account has it already: ")
              + chosen
              + " "
              + key.sha256Fingerprint());
    }
    return ExitStatus.DONE;
  }

  private Path choose(SshKeyFiles files, Interaction person) {
    List<Path> found = files.publicKeys();
    if (found.isEmpty()) {
      return make(files, person);
    }
    Path first = found.get(0);
    if (yes) {
      return first;
    }
    if (!person.canAsk()) {
      throw new UsageException(
          "which key to add can't be asked for: there is no terminal, or --no-input was given",
          "name a FILE, or add -y for " + first);
    }
    if (!person.confirm("Add " + first + "?", true)) {
      throw new InterruptedByPersonException("no key was added");
    }
    return first;
  }

  private Path make(SshKeyFiles files, Interaction person) {
    if (yes) {
      SshKeyFiles.Made made = files.makeWithoutPassphrase();
      person.warn(
          "the key just made has no passphrase: whoever can read "
              + made.privateKey()
              + " can use it. Give it one with: ssh-keygen -p -f "
              + ShellWord.of(made.privateKey().toString()));
      return made.publicKey();
    }
    if (!person.canAsk()) {
      throw new NotFoundException(
          "there is no SSH public key in " + files.folder(),
          "make one with: ssh-keygen -t ed25519; -y makes one without a passphrase");
    }
    if (!person.confirm(
        "There is no SSH key in " + files.folder() + ". Make one with ssh-keygen?", true)) {
      throw new InterruptedByPersonException("no key was made");
    }
    return files.make().publicKey();
  }
}
