package dev.keyport.it.verbs;

import dev.keyport.sandbox.LiveAuthorization;
import dev.keyport.sandbox.Sandbox;
import dev.keyport.sandbox.SandboxOptions;
import dev.keyport.sandbox.SeededAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sandbox and a home of their own for one use of a verb, made ready for it. */
public final class Stage implements AutoCloseable {
  /** A host that is not the API's, and has a stored password of its own. */
  public static final String OTHER_HOST = "example.com";

  private static final String KEY_COMMENT = "me@laptop";
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f "
          + KEY_COMMENT
          + "\n";

  private final Sandbox sandbox;
  private final Path home;
  private @Nullable Approver approver;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> secrets = new TreeMap<>();

  private Stage(Sandbox sandbox, Path home) {
    this.sandbox = sandbox;
    this.home = home;
    SeededAccount main = sandbox.accounts().main();
    SeededAccount otp = sandbox.accounts().otp();
    values.put("email", main.email());
    values.put("otp email", otp.email());
    values.put("host", OTHER_HOST);
    values.put("key comment", KEY_COMMENT);
    values.put("key file", home.resolve("key.pub").toString());
    secret("password", main.password());
    secret("otp password", otp.password());
    secret("otp", otp.recoveryCodes().iterator().next());
    secret("token", main.defaultToken().orElseThrow());
    secret("foreign token", sandbox.issueToken(main.email(), List.of("global"), Optional.empty()));
    secret("secret", "canary-" + UUID.randomUUID());
  }

  /** Sets the stage in this folder for what a verb starts from. */
  public static Stage set(Path folder, Start start) {
    try {
      Path home = Files.createTempDirectory(folder, "home");
      Files.writeString(home.resolve("key.pub"), KEY);
      Stage stage = new Stage(Sandbox.start(SandboxOptions.defaults()), home);
      stage.prepare(start);
      return stage;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void prepare(Start start) throws IOException {
    switch (start) {
      case NOTHING -> {}
      case BROWSER -> approver = Approver.of(sandbox, sandbox.accounts().main().email());
      case LOGIN -> ready("{password}\n", "login", "--email", "{email}", "--password-stdin");
      case FOREIGN_TOKEN -> {
        String entry = "  login {email}\n  password {foreign token}\n";
        Files.writeString(
            netrc(), filled("machine 127.0.0.1\n" + entry + "machine localhost\n" + entry));
        Files.setPosixFilePermissions(netrc(), PosixFilePermissions.fromString("rw-------"));
      }
      case SSH_KEY -> {
        prepare(Start.LOGIN);
        ready("", "keys:add", "{key file}");
      }
      case AUTHORIZATION -> {
        prepare(Start.LOGIN);
        ready("", "authorizations:create", "-d", "deploy");
      }
      case SESSION -> {
        prepare(Start.LOGIN);
        secret("session token", sandbox.issueSession(filled("{email}")));
      }
      case CLIENT -> {
        prepare(Start.LOGIN);
        String made = answer("", "clients:create", "board", "https://board.example.com/auth");
        secret("client secret", made.substring(made.lastIndexOf('=') + 1).strip());
      }
      case CREDENTIAL ->
          ready("{secret}\n", "credentials:put", "{host}", "--login", "ann", "--password-stdin");
      case MOVED -> {
        prepare(Start.CREDENTIAL);
        ready("", "stores:move", "netrc", "netrc:~/moved");
      }
    }
    sandbox.clearRequests();
  }

  private void ready(String stdin, String... words) {
    String unused = answer(stdin, words);
  }

  private String answer(String stdin, String... words) {
    Command.Ended ended =
        new InProcess()
            .run(Stream.of(words).map(this::filled).toList(), filled(stdin), environment());
    if (ended.exit() != 0) {
      throw new IllegalStateException(words[0] + " ended in " + ended.exit());
    }
    tokens().forEach(token -> secrets.putIfAbsent("token of the login", token));
    return ended.stdout();
  }

  private void secret(String name, String value) {
    values.put(name, value);
    secrets.put(name, value);
  }

  /** Runs the use with more arguments behind its own. */
  public Command.Ended run(Command command, VerbUse use, String... more) {
    List<String> words =
        Stream.of(
                Stream.of(use.verb()), use.arguments().stream().map(this::filled), Stream.of(more))
            .flatMap(part -> part)
            .toList();
    return command.run(words, filled(use.stdin()), environment());
  }

  /** The text with values in the place of their names in braces. */
  public String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  /** All that the command is to see of the environment. */
  public Map<String, String> environment() {
    return Map.of(
        "HOME", home.toString(),
        "HEROKU_API_URL", sandbox.api().toString(),
        "HEROKU_GIT_HOST", sandbox.git().toString(),
        "HEROKU_LOGIN_HOST", sandbox.auth().toString());
  }

  /** The sandbox. */
  public Sandbox sandbox() {
    return sandbox;
  }

  /** The home folder. */
  public Path home() {
    return home;
  }

  /** The store's file. */
  public Path netrc() {
    return home.resolve(".netrc");
  }

  /** The file that credentials are moved to. */
  public Path moved() {
    return home.resolve("moved");
  }

  /** What the store's file holds; empty without one. */
  public String stored() {
    try {
      return Files.exists(netrc()) ? Files.readString(netrc()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every secret there is by a name that can be shown, tokens that work now included. */
  public Map<String, String> secrets() {
    Map<String, String> all = new TreeMap<>(secrets);
    int number = 0;
    for (String token : tokens()) {
      if (!all.containsValue(token)) {
        all.put("token " + ++number, token);
      }
    }
    return all;
  }

  /** What works now of the accounts that verbs log in to. */
  public List<LiveAuthorization> live() {
    return Stream.of(sandbox.accounts().main(), sandbox.accounts().otp())
        .flatMap(account -> sandbox.liveAuthorizations(account.email()).stream())
        .toList();
  }

  private Set<String> tokens() {
    return live().stream().map(LiveAuthorization::token).collect(Collectors.toSet());
  }

  /** The text with names in the place of secrets, fit to be shown. */
  public String masked(String text) {
    String masked = text;
    for (Map.Entry<String, String> secret : secrets().entrySet()) {
      masked = masked.replace(secret.getValue(), "<" + secret.getKey() + ">");
    }
    return masked;
  }

  @Override
  public void close() {
    if (approver != null) {
      approver.close();
    }
    sandbox.close();
  }
}
