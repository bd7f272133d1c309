package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.io.Table;
import dev.keyport.cli.io.Wrapped;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.store.ListedStore;
import dev.keyport.domain.store.StoreException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code stores}. */
@Command(
    name = "stores",
    description = "List the stores there are, the state of each, and which are in use.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {StoresUseVerb.class, StoresMoveVerb.class, StoresUndoVerb.class},
    footer = {
      "",
      "Nobody is asked to unlock one. Those in use come first, in the order they are read;",
      "the first of them is written to. The exit status is 0 when that one is ready, else",
      "that of what is in the way.",
      "",
      "Examples:",
      "  keyport stores",
      "  keyport stores --json",
      "  keyport stores --store keychain,netrc"
    })
public final class StoresVerb implements Verb {
  private static final String INDENT = "  ";

  /** With no options given. */
  public StoresVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<ListedStore> stores = use.showStores().list();
    if (answer.isJson()) {
      answer.document(stores.stream().map(StoresVerb::document).toList());
    } else {
      describe(stores, answer);
    }
    return stores.stream()
        .filter(ListedStore::isWrittenTo)
        .findFirst()
        .map(StoresVerb::exit)
        .orElse(ExitStatus.DONE);
  }

  /** A line each in columns, and below it why it is so and the way out. */
  private static void describe(List<ListedStore> stores, Answer answer) {
    long inUse = stores.stream().filter(store -> store.position().isPresent()).count();
    List<String> lines =
        Table.of(
            stores.stream()
                .map(
                    store ->
                        List.of(
                            store.place().toString(),
                            StateWord.of(store.status()),
                            inUse(store, inUse)))
                .toList());
    for (int i = 0; i < lines.size(); i++) {
      ListedStore store = stores.get(i);
      answer.line(lines.get(i));
      indented(store.status().reason(), answer);
      hint(store).ifPresent(hint -> indented(hint, answer));
    }
  }

  private static void indented(String text, Answer answer) {
    Wrapped.of(text, Wrapped.WIDTH - INDENT.length()).forEach(line -> answer.line(INDENT + line));
  }

  private static String inUse(ListedStore store, long of) {
    if (store.position().isEmpty()) {
      return "";
    }
    return of == 1 ? "in use" : "in use, " + store.position().getAsInt() + " of " + of;
  }

  private static Optional<String> hint(ListedStore store) {
    return store.status().error().flatMap(KeyportException::hint);
  }

  private static int exit(ListedStore store) {
    return store.status().error().map(e -> ExitStatus.of(e.code())).orElse(ExitStatus.DONE);
  }

  private static Object document(ListedStore store) {
    return new Json.Fields()
        .put("store", store.place().toString())
        .put("position", store.position().isPresent() ? store.position().getAsInt() : null)
        .put("state", StateWord.of(store.status()))
        .put("reason", store.status().reason())
        .put("hint", hint(store))
        .put("code", store.status().error().map(StoreException::code))
        .put("exit", exit(store))
        .map();
  }
}
