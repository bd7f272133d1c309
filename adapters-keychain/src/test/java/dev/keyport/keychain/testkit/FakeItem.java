package dev.keyport.keychain.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An item of the {@link FakeSecretService}.
 *
 * @param attributes its look-up attributes
 * @param label what a person sees
 * @param secret its text
 * @param created a number that grows with every change in the service
 * @param modified as created
 */
public record FakeItem(
    Map<String, String> attributes, String label, String secret, long created, long modified) {
  public FakeItem {
    attributes = Map.copyOf(attributes);
  }

  byte[] bytes() {
    return secret.getBytes(StandardCharsets.UTF_8);
  }
}
