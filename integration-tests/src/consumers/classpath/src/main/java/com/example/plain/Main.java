package com.example.plain;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.store.TokenStoreProvider;
import dev.keyport.domain.store.TokenStores;
import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * {@code find STORE HOST} tells whose credential it is, and whether it is the one that is expected;
 * {@code login STORE
 * EMAIL} logs in with the password on stdin, and out again; {@code default HOST} asks the store that the person chose; {@code stores} lists the stores there
 * are; {@code threads} reads a slow store from virtual threads.
 */
final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    try {
      switch (arguments[0]) {
        case "find" -> find(Keyport.builder().store(arguments[1]), arguments[2]);
        case "default" -> find(Keyport.builder(), arguments[1]);
        case "login" -> logIn(Keyport.builder().store(arguments[1]), arguments[2]);
        case "stores" -> System.out.println(
            new TokenStores(ServiceLoader.load(TokenStoreProvider.class)).schemes());
        case "threads" -> VirtualThreads.read();
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    } catch (KeyportException e) {
      System.out.println(e.code() + ": " + e.message() + e.hint().map("; "::concat).orElse(""));
    }
  }

  private static void find(Keyport.Builder builder, String host) {
    try (Keyport keyport = builder.build()) {
      System.out.println(
          keyport.find(Host.parse(host)).map(Main::told).orElse("no credential"));
    }
  }

  private static void logIn(Keyport.Builder builder, String email) throws IOException {
    Secret password = Secret.of(new String(System.in.readAllBytes()));
    try (Keyport keyport = builder.build()) {
      keyport.logIn(
          new PasswordLogin(email, password, Optional.empty(), "an example", Optional.empty()));
      boolean found =
          keyport.find(keyport.endpoints().apiHost()).filter(c -> c.login().equals(email)).isPresent();
      System.out.println("logged in: " + found + ", out: " + keyport.logOut().size());
    }
  }

  private static String told(Credential credential) {
    Secret expected = Secret.of(System.getenv("EXPECTED_SECRET"));
    return credential.login() + ": " + credential.secret().equals(expected);
  }
}
