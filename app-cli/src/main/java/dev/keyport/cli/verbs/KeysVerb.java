package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.keys.AccountKey;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keys}. */
@Command(
    name = "keys",
    description = "List the account's SSH keys, for git push.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {KeysAddVerb.class, KeysRemoveVerb.class, KeysClearVerb.class},
    footer = {"", "Examples:", "  keyport keys", "  keyport keys --long", "  keyport keys:add"})
public final class KeysVerb implements Verb {
  private static final int SHOWN = 10;

  @Option(
      names = {"-l", "--long"},
      description = "Show each key whole.")
  private boolean whole;

  /** With no options given. */
  public KeysVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<AccountKey> keys = use.manageKeys().list();
    if (answer.isJson()) {
      answer.document(keys.stream().map(KeyDocument::of).toList());
    } else if (keys.isEmpty()) {
      use.invocation().person().tell("The account has no SSH keys. Add one with: keyport keys:add");
    } else {
      keys.forEach(key -> answer.line(whole ? key.publicKey() : shortened(key)));
    }
    return ExitStatus.DONE;
  }

  private static String shortened(AccountKey key) {
    String[] words = key.publicKey().split(" ", 3);
    if (words.length < 2 || words[1].length() <= 2 * SHOWN) {
      return key.publicKey();
    }
    String blob = words[1];
    return words[0]
        + " "
        + blob.substring(0, SHOWN)
        + "..."
        + blob.substring(blob.length() - SHOWN)
        + " "
        + (key.comment().isEmpty() ? key.fingerprint() : key.comment());
  }
}
