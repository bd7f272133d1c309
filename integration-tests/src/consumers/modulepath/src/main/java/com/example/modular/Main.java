package com.example.modular;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;

/** {@code STORE HOST}: tells whose credential it is, and whether it is the one that is expected. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    try (Keyport keyport = Keyport.builder().store(arguments[0]).build()) {
      System.out.println(
          keyport.find(Host.parse(arguments[1])).map(Main::told).orElse("no credential"));
    } catch (KeyportException e) {
      System.out.println(e.code() + ": " + e.message() + e.hint().map("; "::concat).orElse(""));
    }
  }

  private static String told(Credential credential) {
    Secret expected = Secret.of(System.getenv("EXPECTED_SECRET"));
    return credential.login() + ": " + credential.secret().equals(expected);
  }
}
