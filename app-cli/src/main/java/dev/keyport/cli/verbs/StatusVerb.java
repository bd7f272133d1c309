package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.Account;
import dev.keyport.domain.auth.AuthStatus;
import dev.keyport.domain.auth.NotLoggedInException;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreWarning;
import dev.keyport.domain.token.FoundToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code auth:status}. */
@Command(
    name = "status",
    description = "Show the account, the store, the token's origin and whether it is valid.",
    footer = {
      "",
      "The exit status is 0 when a valid token is in force, else that of what is in the way.",
      "",
      "Examples:",
      "  keyport auth:status",
      "  keyport auth:status --json"
    })
public final class StatusVerb implements Verb {
  /** With no options given. */
  public StatusVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Notes.environmentToken(use);
    AuthStatus status = use.showStatus().status();
    if (answer.isJson()) {
      answer.document(document(use, status));
    } else {
      describe(use, status, answer);
    }
    return status.problem().map(KeyportException::code).map(ExitStatus::of).orElse(ExitStatus.DONE);
  }

  private static void describe(KeyportComponent use, AuthStatus status, Answer answer) {
    answer.line("API:      " + use.endpoints().api());
    profile(use).ifPresent(set -> answer.line("Profile:  " + set.value() + ", by " + set.source()));
    answer.line("Account:  " + account(status).orElse("none"));
    answer.line("Store:    " + status.store());
    answer.line(
        "          " + StateWord.of(status.storeStatus()) + ": " + status.storeStatus().reason());
    warnings(status).forEach(warning -> warning(warning, answer));
    answer.line(
        "Token:    "
            + status.token().map(found -> "from " + found.origin()).orElseGet(() -> noToken(status))
            + validity(status));
    status.token().flatMap(FoundToken::expiresAt).ifPresent(end -> answer.line("Expires:  " + end));
    status
        .problem()
        .ifPresent(
            problem -> {
              boolean absent = problem instanceof NotLoggedInException;
              if (!absent) {
                answer.line("Problem:  " + problem.message());
              }
              problem.hint().ifPresent(hint -> answer.line("          " + hint));
            });
  }

  private static void warning(StoreWarning warning, Answer answer) {
    answer.line("          warning: " + warning.sentence());
    warning.mend().ifPresent(mend -> answer.line("            " + mend));
  }

  private static String noToken(AuthStatus status) {
    return status.validity() == AuthStatus.Validity.NONE ? "none" : "the store can't be read";
  }

  private static String validity(AuthStatus status) {
    return switch (status.validity()) {
      case VALID -> ", valid";
      case REFUSED -> ", refused by the API";
      case UNKNOWN -> status.token().isPresent() ? ", not checked" : "";
      case NONE -> "";
    };
  }

  private static Optional<ResolvedSetting> profile(KeyportComponent use) {
    return use.invocation().preferences().settings().profile();
  }

  private static Optional<String> account(AuthStatus status) {
    return status
        .account()
        .map(Account::email)
        .or(() -> status.token().flatMap(FoundToken::account));
  }

  private static List<StoreWarning> warnings(AuthStatus status) {
    return status.storeStatus() instanceof StoreStatus.Ready ready ? ready.warnings() : List.of();
  }

  private static Object document(StoreWarning warning) {
    Json.Fields fields = new Json.Fields().put("code", warning.code());
    return PlaceFields.of(fields.put("message", warning.what()), warning.place())
        .put("misled", warning.misled())
        .put("mend", warning.mend())
        .map();
  }

  private static Object document(KeyportComponent use, AuthStatus status) {
    return new Json.Fields()
        .put("api", use.endpoints().api().toString())
        .put("profile", profile(use).map(ResolvedSetting::value))
        .put("account", account(status))
        .put("store", status.store().toString())
        .put("store_state", StateWord.of(status.storeStatus()))
        .put("store_reason", status.storeStatus().reason())
        .put("store_warnings", warnings(status).stream().map(StatusVerb::document).toList())
        .put("source", status.token().map(FoundToken::origin))
        .put("validity", status.validity().name().toLowerCase(Locale.ROOT))
        .put("expires_at", status.token().flatMap(FoundToken::expiresAt))
        .put("problem", status.problem().map(KeyportException::code))
        .map();
  }
}
