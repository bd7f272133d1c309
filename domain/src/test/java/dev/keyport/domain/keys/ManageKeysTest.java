package dev.keyport.domain.keys;

import static dev.keyport.domain.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import dev.keyport.domain.auth.NotLoggedInException;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.support.World;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManageKeysTest {
  private final World world = new World();
  private final SshPublicKey laptop = key(1, "ann at laptop");
  private final SshPublicKey desktop = key(2, "ann at desktop");

  /** An ed25519 key: any 32 bytes will do for one that nothing is verified with. */
  private static SshPublicKey key(int seed, String comment) {
    byte[] point = new byte[32];
    new Random(seed).nextBytes(point);
    byte[] type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
    byte[] blob =
        ByteBuffer.allocate(8 + type.length + point.length)
            .putInt(type.length)
            .put(type)
            .putInt(point.length)
            .put(point)
            .array();
    return SshPublicKey.parse(
        "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob) + " " + comment, "the test");
  }

  @BeforeEach
  void logIn() {
    world.logAnnIn();
  }

  private ManageKeys keys() {
    return new ManageKeys(world.heroku, world.calls());
  }

  @Test
  void aKeyIsAddedOnce() {
    ManageKeys.AddedKey first = keys().add(laptop);
    ManageKeys.AddedKey again = keys().add(laptop);

    assertThat(first.added()).isTrue();
    assertThat(again).isEqualTo(new ManageKeys.AddedKey(first.key(), false));
    assertThat(keys().list()).containsExactly(first.key());
    assertThat(first.key().sha256()).contains(laptop.sha256Fingerprint());
    assertThat(first.key().fingerprint()).isEqualTo(laptop.md5Fingerprint());
  }

  @Test
  void aKeyIsRemovedByAnyOfItsNames() {
    for (String name :
        List.of(
            "ann at laptop",
            laptop.md5Fingerprint(),
            "MD5:" + laptop.md5Fingerprint(),
            "MD5:" + laptop.md5Fingerprint().toUpperCase(Locale.ROOT),
            laptop.sha256Fingerprint())) {
      AccountKey added = keys().add(laptop).key();
      keys().add(desktop);

      assertThat(keys().remove(name)).as(name).isEqualTo(added);
      assertThat(keys().list()).hasSize(1);
    }
    AccountKey added = keys().add(laptop).key();
    assertThat(keys().remove(added.id())).isEqualTo(added);
  }

  @Test
  void anAmbiguousNameListsTheCandidatesAndRemovesNone() {
    SshPublicKey twin = key(3, laptop.comment());
    keys().add(laptop);
    keys().add(desktop);
    keys().add(twin);

    assertThatThrownBy(() -> keys().remove(laptop.comment()))
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> {
              assertThat(e.message()).contains("names 2 keys; none was removed");
              assertThat(e.hint().orElse(""))
                  .contains(laptop.md5Fingerprint(), twin.md5Fingerprint())
                  .doesNotContain(desktop.md5Fingerprint());
            });
    assertThat(keys().list()).hasSize(3);
  }

  @Test
  void anUnknownNameListsThoseThereAre() {
    assertThatThrownBy(() -> keys().remove("x"))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.hint()).contains("the account has no keys"));

    keys().add(laptop);
    keys().add(key(4, ""));
    for (String name : List.of("", "ann", "SHA256:", "MD5:", "laptop", "SHA256:x")) {
      assertThatThrownBy(() -> keys().remove(name))
          .as(name)
          .isInstanceOfSatisfying(
              NotFoundException.class,
              e ->
                  assertThat(e.hint().orElse(""))
                      .contains(laptop.md5Fingerprint() + " ann at laptop"));
    }
    assertThat(keys().list()).hasSize(2);
  }

  @Test
  void clearRemovesAll() {
    keys().add(laptop);
    keys().add(desktop);

    assertThat(keys().clear()).hasSize(2);
    assertThat(keys().list()).isEmpty();
    assertThat(keys().clear()).isEmpty();
  }

  @Test
  void aKeyThatSomebodyElseRemovesMeanwhileIsNoError() {
    keys().add(laptop);
    keys().add(desktop);
    world.heroku.failNext("removeKey", new ApiException.NotFound(ApiFailure.of("gone")));

    assertThat(keys().clear()).extracting(AccountKey::comment).containsExactly("ann at desktop");
  }

  @Test
  void clearTellsWhatWasRemovedBeforeItFailed() {
    keys().add(laptop);
    keys().add(desktop);
    world.heroku.before(
        "removeKey",
        () ->
            world.heroku.before(
                "removeKey",
                () ->
                    world.heroku.failNext(
                        "removeKey", new ApiException.Broken(ApiFailure.of("the API failed")))));

    assertThatThrownBy(() -> keys().clear())
        .isInstanceOf(ApiException.Broken.class)
        .hasMessage(
            "the API failed; removed before that: " + laptop.md5Fingerprint() + " ann at laptop");
    world.heroku.failNext("keys", new ApiException.Broken(ApiFailure.of("the API failed")));
    assertThatThrownBy(() -> keys().clear()).hasMessage("the API failed");
  }

  @Test
  void withoutALoginThereAreNoKeys() {
    world.logOut().run(dev.keyport.domain.auth.LogOut.Scope.ALL, true);

    assertThatThrownBy(() -> keys().list()).isInstanceOf(NotLoggedInException.class);
  }

  @Test
  void aKeyOfTheApisThatIsNoneHasNoSha256() {
    assertThat(new AccountKey("1", "not a key", "", "00").sha256()).isEmpty();
    assertThat(world.heroku.authorizationIds(ANN)).hasSize(1);
  }
}
