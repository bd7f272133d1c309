package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.ApiClient.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final String PATH = "/account/keys";
  // Its fingerprint below is what `ssh-keygen -l -E md5` says of it.
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f a b@c";
  private static final String FINGERPRINT = "0f:a2:0a:d7:38:3e:65:45:08:6b:63:84:1c:ff:dc:ba";

  private Sandbox sandbox;
  private ApiClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    client = ApiClient.loggedIn(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void keyIsAddedShownAndDeleted() {
    Reply added = add(KEY + "\n");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.at("/fingerprint")).isEqualTo(FINGERPRINT);
    assertThat(added.at("/comment")).isEqualTo("a b@c");
    assertThat(added.at("/email")).isEqualTo("a b@c");
    assertThat(added.at("/public_key")).isEqualTo(KEY);

    assertThat(client.get(PATH).at("/0/id")).isEqualTo(added.at("/id"));
    assertThat(client.get(PATH + "/" + added.at("/id")).status()).isEqualTo(200);
    assertThat(client.get(PATH + "/" + FINGERPRINT.replace(":", "%3A")).status()).isEqualTo(200);

    assertThat(client.delete(PATH + "/" + FINGERPRINT).at("/id")).isEqualTo(added.at("/id"));
    Reply again = client.delete(PATH + "/" + FINGERPRINT);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.at("/resource")).isEqualTo("key");
  }

  @Test
  void keyWithoutCommentHasAnEmptyOne() {
    assertThat(add(KEY.substring(0, KEY.indexOf(" a b"))).at("/comment")).isEmpty();
  }

  @Test
  void keyInUseByAnybodyIsRefused() {
    String token = sandbox.issueToken("other@example.com", List.of("global"), Optional.empty());
    assertThat(add(KEY).status()).isEqualTo(201);
    Reply second = client.withToken(token).post(PATH, body(KEY));
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.error()).isEqualTo("invalid_params");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "ssh-ed25519",
        "ssh-ed25519 !!!!",
        "ssh-ed25519 AAAA",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f x",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
        "-----BEGIN OPENSSH PRIVATE KEY-----"
      })
  void whatIsNoPublicKeyIsRefused(String text) {
    assertThat(add(text).error()).isEqualTo("invalid_params");
  }

  private Reply add(String key) {
    return client.post(PATH, body(key));
  }

  private static String body(String key) {
    return Json.write(Json.object().put("public_key", key));
  }
}
