package dev.keyport.examples;

import dev.keyport.domain.Keyport;
import dev.keyport.domain.credential.Host;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** Reads a credential. */
public final class Reading {
  private Reading() {}

  /** Sends what a request to the API is to carry. */
  public static void read(Consumer<String> send) {
    // begin: read
    try (Keyport keyport = Keyport.builder().build()) {
      Host host = keyport.endpoints().apiHost();
      var found =
          keyport
              .find(host)
              .orElseThrow(() -> new NoSuchElementException("no login is stored for " + host));
      try (var token = found.secret()) {
        send.accept("Bearer " + token.reveal());
      }
    }
    // end: read
  }
}
