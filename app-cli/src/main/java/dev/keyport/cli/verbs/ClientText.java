package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.Json;
import dev.keyport.domain.authorizations.OAuthClient;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An OAuth client for a person, as JSON, and for a shell. */
final class ClientText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private ClientText() {}

  static void noShellWithJson(boolean shell, Answer answer) {
    if (shell && answer.isJson()) {
      throw new UsageException("--shell and --json exclude each other", "leave one of them out");
    }
  }

  /**
   * With its secret, as JSON or for a shell; for a person it is shown as given here.
   *
   * @param shown the secret or its mask; empty for none
   */
  static void tell(OAuthClient client, boolean shell, Optional<String> shown, Answer answer) {
    if (answer.isJson()) {
      answer.document(documentWithSecret(client));
    } else if (shell) {
      shell(client, answer);
    } else {
      describe(client, shown, answer);
    }
  }

  /** Sees to it that its secret was written. */
  static void requireArrived(OAuthClient client, String lost, Answer answer) {
    answer.requireArrived(
        "client " + client.id() + " " + lost,
        "see it with: keyport clients:info " + client.id() + " --shell");
  }

  /** With its secret as given here. */
  static void describe(OAuthClient client, Optional<String> secret, Answer answer) {
    answer.line("Name:         " + client.name());
    answer.line("ID:           " + client.id());
    answer.line("Redirect URI: " + client.redirectUri());
    secret.ifPresent(text -> answer.line("Secret:       " + text));
    client.createdAt().ifPresent(at -> answer.line("Created at:   " + at));
    client.updatedAt().ifPresent(at -> answer.line("Updated at:   " + at));
  }

  /** The two variables that the heroku CLI prints; without a secret the first alone. */
  static void shell(OAuthClient client, Answer answer) {
    answer.line("HEROKU_OAUTH_ID=" + client.id());
    client
        .secret()
        .ifPresent(secret -> answer.line("HEROKU_OAUTH_SECRET=" + quoted(secret.reveal())));
  }

  /** What a shell reads as exactly this text. */
  private static String quoted(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  static Map<String, @Nullable Object> document(OAuthClient client) {
    return fields(client).map();
  }

  static Map<String, @Nullable Object> documentWithSecret(OAuthClient client) {
    return fields(client).put("secret", client.secret().map(Secret::reveal)).map();
  }

  private static Json.Fields fields(OAuthClient client) {
    return new Json.Fields()
        .put("id", client.id())
        .put("name", client.name())
        .put("redirect_uri", client.redirectUri())
        .put("created_at", client.createdAt())
        .put("updated_at", client.updatedAt());
  }
}
