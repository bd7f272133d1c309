package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ErrorPrinter;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.ErrorCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code credentials:get}. */
@Command(
    name = "get",
    description = "Print the password stored for a host.",
    footer = {
      "",
      "With --json: host, login, password and account, or null when there is none.",
      "",
      "Examples:",
      "  keyport credentials:get example.com",
      "  keyport credentials:get example.com --login ann --json"
    })
public final class CredentialsGetVerb implements Verb {
  @Parameters(paramLabel = "HOST", description = "The host, or host:port.")
  private String host = "";

  @Option(names = "--login", paramLabel = "LOGIN", description = "Whose. Default: the first.")
  private @Nullable String login;

  /** With no options given. */
  public CredentialsGetVerb() {}

  /** For a host, and the login given. */
  public CredentialsGetVerb(String host, Optional<String> login) {
    this.host = host;
    this.login = login.orElse(null);
  }

  @Override
  public int run(KeyportComponent use, Answer answer) {
    Host asked = Host.parse(host);
    Optional<Credential> found = use.manageCredentials().get(asked, Optional.ofNullable(login));
    if (answer.isJson()) {
      answer.document(found.map(CredentialsGetVerb::document).orElse(null));
    } else {
      found.ifPresent(credential -> answer.secret(credential.secret()));
    }
    if (found.isPresent()) {
      return ExitStatus.DONE;
    }
    return missing(use, asked, answer.isJson());
  }

  private static Object document(Credential found) {
    return new Json.Fields()
        .put("host", found.host().toString())
        .put("login", found.login())
        .put("password", found.secret().reveal())
        .put("account", found.account())
        .map();
  }

  private static int missing(KeyportComponent use, Host asked, boolean json) {
    return new ErrorPrinter(use.invocation().streams().err(), json)
        .print(
            ErrorCode.NOT_LOGGED_IN,
            use.store().spec()
                + " has no credential for "
                + asked
                + use.manageCredentials().incomplete(asked).map(why -> ": " + why).orElse(""),
            Optional.of("list what it has with: keyport credentials"));
  }
}
