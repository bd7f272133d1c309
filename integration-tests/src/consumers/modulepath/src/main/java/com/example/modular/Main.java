package com.example.modular;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code find STORE HOST} tells whose credential it is, and whether it is the one that is expected;
 * {@code login STORE EMAIL} logs in with the password on stdin, and out again.
 */
final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    try (Keyport keyport = Keyport.builder().store(arguments[1]).build()) {
      switch (arguments[0]) {
        case "find" -> System.out.println(
            keyport.find(Host.parse(arguments[2])).map(Main::told).orElse("no credential"));
        case "login" -> logIn(keyport, arguments[2]);
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    } catch (KeyportException e) {
      System.out.println(e.code() + ": " + e.message() + e.hint().map("; "::concat).orElse(""));
    }
  }

  private static String told(Credential credential) {
    Secret expected = Secret.of(System.getenv("EXPECTED_SECRET"));
    return credential.login() + ": " + credential.secret().equals(expected);
  }

  private static void logIn(Keyport keyport, String email) throws IOException {
    Secret password = Secret.of(new String(System.in.readAllBytes()));
    keyport.logIn(
        new PasswordLogin(email, password, Optional.empty(), "an example", Optional.empty()));
    boolean found =
        keyport.find(keyport.endpoints().apiHost()).filter(c -> c.login().equals(email)).isPresent();
    System.out.println("logged in: " + found + ", out: " + keyport.logOut().size());
  }
}
