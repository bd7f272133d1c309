package dev.keyport.domain.authorizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.support.World;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManageClientsTest {
  private static final String URI = "https://app.example.com/auth";

  private final World world = new World();

  @BeforeEach
  void logIn() {
    world.logAnnIn();
  }

  private ManageClients manage() {
    return new ManageClients(world.heroku, world.calls());
  }

  private static String secret(OAuthClient client) {
    return client.secret().map(Secret::reveal).orElse("none");
  }

  @Test
  void aClientIsMadeShownChangedRotatedAndRemoved() {
    OAuthClient made = manage().create("app", URI);

    assertThat(secret(manage().info("app"))).isEqualTo(secret(made)).isNotEqualTo("none");
    assertThat(secret(manage().info(made.id()))).isEqualTo(secret(made));
    OAuthClient renamed =
        manage().update("app", new ClientChange(Optional.of("board"), Optional.empty()));
    assertThat(renamed.name()).isEqualTo("board");
    assertThat(renamed.redirectUri()).isEqualTo(URI);
    OAuthClient rotated = manage().rotate("board");
    assertThat(secret(rotated)).isNotEqualTo(secret(made)).isNotEqualTo("none");
    assertThat(manage().destroy(made.id()).id()).isEqualTo(made.id());
    assertThat(manage().list()).isEmpty();
  }

  @Test
  void noSecretComesWithTheListAChangeOrARemoval() {
    manage().create("b", URI);
    manage().create("a", URI);

    assertThat(manage().list()).extracting(OAuthClient::name).containsExactly("a", "b");
    assertThat(manage().list()).extracting(ManageClientsTest::secret).containsOnly("none");
    ClientChange change = new ClientChange(Optional.empty(), Optional.of("https://b.example/"));
    assertThat(secret(manage().update("a", change))).isEqualTo("none");
    assertThat(secret(manage().destroy("a"))).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example.com/cb?x=1",
        "http://localhost:3000/cb",
        "http://app.local/",
        "http://10.1.2.3/",
        "http://127.0.0.1:80/",
        "http://192.168.0.1/"
      })
  void redirectUrisThatWillDo(String uri) {
    assertThat(manage().create("app", uri).redirectUri()).isEqualTo(uri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "app.example.com",
        "http://app.example.com/",
        "http://localhost.example.com/",
        "http://10.example.com/",
        "https://",
        "ftp://localhost/",
        "javascript:alert(1)",
        "https://a b/"
      })
  void redirectUrisThatWontAreRefusedBeforeAnythingIsSent(String uri) {
    int before = world.heroku.calls().size();

    assertThatThrownBy(() -> manage().create("app", uri)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> new ClientChange(Optional.empty(), Optional.of(uri)))
        .isInstanceOf(UsageException.class);
    assertThat(world.heroku.calls()).hasSize(before);
  }

  @Test
  void aBlankNameAndNoChangeAreRefused() {
    assertThatThrownBy(() -> manage().create(" ", URI)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> new ClientChange(Optional.empty(), Optional.empty()))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void anAmbiguousNameTouchesNothing() {
    manage().create("app", URI);
    manage().create("app", URI);

    assertThatThrownBy(() -> manage().destroy("app")).isInstanceOf(UsageException.class);
    assertThat(manage().list()).hasSize(2);
  }

  @Test
  void lostAnswersAreTold() {
    OAuthClient made = manage().create("app", URI);
    ApiException lost = new ApiException.Network(ApiFailure.of("no answer"));
    world.heroku.failNext("createClient", lost);
    world.heroku.failNext("rotateClient", lost);

    assertThatThrownBy(() -> manage().create("b", URI))
        .isInstanceOfSatisfying(
            ApiException.Network.class,
            e -> assertThat(e.hint().orElse("")).contains("keyport clients"));
    assertThatThrownBy(() -> manage().rotate("app"))
        .hasMessageContaining(made.id())
        .isInstanceOfSatisfying(
            ApiException.Network.class,
            e -> assertThat(e.hint().orElse("")).contains("clients:info " + made.id()));
  }
}
