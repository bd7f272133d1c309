package dev.keyport.it;

import dev.keyport.sandbox.LiveAuthorization;
import dev.keyport.sandbox.LoggedRequest;
import dev.keyport.sandbox.Sandbox;
import dev.keyport.sandbox.SandboxOptions;
import dev.keyport.sandbox.SeededAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox for a test class; faults and logged requests are forgotten after each test. */
final class RunningSandbox implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final SandboxOptions options;
  private @Nullable Sandbox sandbox;
  private @Nullable Secrets secrets;

  RunningSandbox() {
    this(SandboxOptions.defaults());
  }

  RunningSandbox(SandboxOptions options) {
    this.options = options;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    sandbox = Sandbox.start(options);
    secrets = new Secrets(sandbox);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    get().faults().clear();
    get().clearRequests();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    get().close();
  }

  Sandbox get() {
    return Objects.requireNonNull(sandbox, "not started");
  }

  Secrets secrets() {
    return Objects.requireNonNull(secrets, "not started");
  }

  /** The account that needs a password only. */
  SeededAccount account() {
    return get().accounts().main();
  }

  /** The command in an empty home in this folder, told of this sandbox. */
  KeyportProcess keyport(Path folder) {
    return KeyportProcess.in(
        Home.in(folder),
        secrets(),
        Map.of(
            "HEROKU_API_URL", get().api().toString(), "HEROKU_GIT_HOST", get().git().toString()));
  }

  /** The same, logged in to {@link #account()}. */
  KeyportProcess loggedIn(Path folder) {
    KeyportProcess keyport = keyport(folder);
    OutcomeAssert.assertThat(logIn(keyport)).succeeds();
    return keyport;
  }

  /** Logs in to {@link #account()} as a script does. */
  Outcome logIn(KeyportProcess keyport, String... more) {
    return keyport.runWithInput(account().password() + "\n", loginArguments(account(), more));
  }

  /** The arguments that log in to this account with its password on stdin. */
  static String[] loginArguments(SeededAccount account, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "login";
    arguments[1] = "--email";
    arguments[2] = account.email();
    arguments[3] = "--password-stdin";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return arguments;
  }

  /** What the account has now that a token works for. */
  List<LiveAuthorization> live() {
    return get().liveAuthorizations(account().email());
  }

  /** The id of the authorization that a live token belongs to. */
  String authorizationOf(String token) {
    return live().stream()
        .filter(live -> live.token().equals(token))
        .map(live -> live.id().toString())
        .findFirst()
        .orElseThrow();
  }

  /** The requests so far to this route, after the last test. */
  List<LoggedRequest> requests(String method, String path) {
    return get().requests().stream()
        .filter(request -> request.method().equals(method) && request.path().equals(path))
        .toList();
  }
}
