package dev.keyport.examples;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.Interaction;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Logs in with a program's own prompts. */
public final class LoggingIn {
  private LoggingIn() {}

  /** A console, or a dialog. */
  public interface Prompts {
    /** A line. */
    String readLine(String prompt);

    /** A line that is not shown. */
    char[] readPassword(String prompt);

    /** Shows a line. */
    void printLine(String line);
  }

  /** By questions. */
  public static LoggedIn ask(Keyport keyport, Prompts console) {
    // begin: ask
    Interaction person =
        Interaction.asking(
            question -> console.readLine(question + ": "),
            question -> Secret.copyOf(console.readPassword(question + ": ")),
            console::printLine);
    LoggedIn done = keyport.logIn(person);
    console.printLine("Logged in as " + done.account() + ", kept in " + done.store());
    // end: ask
    return done;
  }

  /** By a form that is filled in already. */
  public static LoggedIn submit(
      Keyport keyport, String email, char[] typed, Supplier<char[]> code) {
    // begin: form
    try (Secret password = Secret.copyOf(typed)) {
      PasswordLogin login =
          new PasswordLogin(
              email, password, Optional.empty(), "my tool", Optional.of(Duration.ofDays(30)));
      try {
        return keyport.logIn(login);
      } catch (ApiException.TwoFactorRequired e) {
        return keyport.logIn(login.withSecondFactor(Secret.copyOf(code.get())));
      }
    }
    // end: form
  }
}
