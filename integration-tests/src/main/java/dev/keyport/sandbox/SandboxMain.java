package dev.keyport.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox as a process. */
public final class SandboxMain {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private SandboxMain() {}

  /** Runs the sandbox until it is told to end. */
  public static void main(String[] arguments) throws InterruptedException {
    MainOptions options;
    try {
      options = MainOptions.parse(List.of(arguments));
    } catch (IllegalArgumentException wrong) {
      System.err.println("sandbox: " + wrong.getMessage() + "; see sandbox --help");
      System.exit(USAGE);
      return;
    }
    if (options.help()) {
      System.out.print(MainOptions.USAGE);
      return;
    }
    try {
      serve(options);
    } catch (IOException failed) {
      System.err.println("sandbox: " + failed.getMessage());
      System.exit(FAILED);
    } catch (NoClassDefFoundError left) {
      // The container image has no library but the one for JSON.
      System.err.println(
          "sandbox: --tls and --ssh-port are not served here: no " + left.getMessage());
      System.exit(FAILED);
    }
  }

  private static void serve(MainOptions options) throws IOException, InterruptedException {
    Sandbox sandbox = Sandbox.start(options.options());
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-close"));
    System.out.println(Json.write(describe(sandbox)));
    System.out.flush();
    if (options.untilEof()) {
      drain(System.in);
      System.exit(0);
    }
    new CountDownLatch(1).await(); // Ctrl-C ends it, by way of the hook
  }

  private static void drain(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  private static ObjectNode describe(Sandbox sandbox) {
    SeededAccounts accounts = sandbox.accounts();
    return Json.object()
        .put("api", sandbox.api().toString())
        .put("git", sandbox.git().toString())
        .put("ssh", sandbox.ssh().map(URI::toString).orElse(null))
        .put("auth", sandbox.auth().toString())
        .put("ca_file", sandbox.caFile().map(Path::toString).orElse(null))
        .put("email", accounts.main().email())
        .put("password", accounts.main().password())
        .put("otp_email", accounts.otp().email())
        .put("otp_password", accounts.otp().password())
        .put("totp_secret", accounts.otp().totpSecret().orElseThrow())
        .put("mfa_email", accounts.mfa().email());
  }
}
