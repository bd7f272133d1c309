package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.configuration.AccountProfile;
import dev.keyport.domain.configuration.ForeignAccounts;
import dev.keyport.domain.configuration.ImportAccounts;
import dev.keyport.domain.configuration.ImportPlan;
import dev.keyport.domain.configuration.SkippedAccount;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.ShellWord;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.store.StoredCredential;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accounts:import}. */
@Command(
    name = "import",
    description = "Take over the accounts that the heroku CLI keeps.",
    footer = {
      "",
      "Without --from: those of its accounts commands, once the plugin heroku-accounts. Each",
      "token is checked with the API and stored as accounts:add would; names that are taken",
      "are skipped. With --from: the login that a store has gets the name NAME, where it",
      "stands, or copied where the store is only read. The heroku CLI's files stay as they are.",
      "",
      "It ends with 1 where some were skipped, and with 104 where there is nothing to import.",
      "",
      "Examples:",
      "  keyport accounts:import --dry-run",
      "  keyport accounts:import",
      "  keyport accounts:import work",
      "  keyport accounts:import work --from heroku-cli",
      "  keyport accounts:import home --from netrc:~/.netrc.gpg"
    })
public final class AccountsImportVerb implements Verb {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The one to import; with --from, what to call it.")
  private @Nullable String name;

  @Option(
      names = "--from",
      paramLabel = "STORE",
      description = "Import the login of this store, as netrc or heroku-cli.")
  private @Nullable String from;

  @Option(names = "--dry-run", description = "Only tell what would be imported.")
  private boolean dryRun;

  /** With no options given. */
  public AccountsImportVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    if (from != null) {
      if (name == null) {
        throw new UsageException(
            "--from needs a name for the account",
            "give one, as: keyport accounts:import work --from heroku-cli");
      }
      return fromStore(use, answer, name, StoresMoveVerb.one(from).toString());
    }
    ImportPlan plan = use.importAccounts().plan(use.foreignAccounts(), Optional.ofNullable(name));
    return dryRun ? show(use, answer, plan) : take(use, answer, plan);
  }

  private static int show(KeyportComponent use, Answer answer, ImportPlan plan) {
    List<AccountProfile> importing =
        plan.accounts().stream().map(one -> planned(one.name(), one.login())).toList();
    if (!answer.isJson()) {
      importing.forEach(one -> answer.line(one.name() + ": " + one.account()));
    }
    return end(use, answer, "importing", importing, plan.skipped());
  }

  private static AccountProfile planned(String name, String login) {
    return new AccountProfile(name, login, Optional.empty(), false);
  }

  private static int take(KeyportComponent use, Answer answer, ImportPlan plan) {
    if (!plan.accounts().isEmpty()) {
      requireNoToken(use);
    }
    Interaction person = use.invocation().person();
    List<AccountProfile> imported = new ArrayList<>();
    List<SkippedAccount> skipped;
    try {
      skipped =
          use.importAccounts()
              .run(
                  plan,
                  keeper(use),
                  one -> {
                    imported.add(one);
                    if (!answer.isJson()) {
                      answer.line(one.name() + ": " + one.account());
                    }
                  });
    } finally {
      tellLeft(person, plan, imported);
    }
    return end(use, answer, "imported", imported, skipped);
  }

  /** It would win over all that is imported: each would be refused for it. */
  private static void requireNoToken(KeyportComponent use) {
    if (use.environmentToken().isPresent()) {
      var unused = use.logIn().prepare();
    }
  }

  private static ImportAccounts.Keeper keeper(KeyportComponent use) {
    return (name, token) -> NewAccount.add(use, name, fresh -> fresh.logIn().withTokenOfNew(token));
  }

  private static void tellLeft(Interaction person, ImportPlan plan, List<AccountProfile> imported) {
    List<String> names = imported.stream().map(AccountProfile::name).toList();
    if (names.isEmpty()) {
      return;
    }
    plan.inUse()
        .filter(names::contains)
        .ifPresent(
            one -> person.tell(one + " was in use there: keyport accounts:set " + one + "."));
    person.tell(
        "The heroku CLI's files stay, with their tokens; to delete them: rm "
            + plan.accounts().stream()
                .filter(one -> names.contains(one.name()))
                .map(ForeignAccounts.One::place)
                .map(ShellWord::of)
                .collect(Collectors.joining(" ")));
  }

  private int fromStore(KeyportComponent use, Answer answer, String called, String store) {
    KeyportComponent other =
        use.invocation()
            .with(
                use.invocation()
                    .preferences()
                    .settings()
                    .withoutProfile()
                    .with(SettingKey.STORE, store));
    try {
      TokenStore source = other.store();
      Host api = other.endpoints().apiHost();
      AccountProfile one;
      if (dryRun) {
        StoredCredential found = use.importAccounts().find(called, source, api);
        one = planned(called, found.credential().login());
      } else {
        one = use.importAccounts().fromStore(called, source, api, keeper(use));
        use.invocation()
            .person()
            .tell(
                one.store().filter(source.spec().toString()::equals).isPresent()
                    ? "It stays in " + source.spec() + "."
                    : source.spec() + " keeps its own.");
      }
      if (!answer.isJson()) {
        answer.line(one.name() + ": " + one.account());
      }
      return end(use, answer, dryRun ? "importing" : "imported", List.of(one), List.of());
    } finally {
      other.resources().close();
    }
  }

  private static int end(
      KeyportComponent use,
      Answer answer,
      String field,
      List<AccountProfile> accounts,
      List<SkippedAccount> skipped) {
    if (answer.isJson()) {
      answer.document(
          new Json.Fields()
              .put(field, accounts.stream().map(AccountText::document).toList())
              .put(
                  "skipped",
                  skipped.stream()
                      .map(
                          one ->
                              new Json.Fields()
                                  .put("name", one.name())
                                  .put("reason", one.reason())
                                  .map())
                      .toList())
              .map());
    }
    skipped.forEach(
        one -> use.invocation().person().warn(one.name() + " is skipped: " + one.reason()));
    return skipped.isEmpty() ? ExitStatus.DONE : ExitStatus.of(ErrorCode.FAILED);
  }
}
