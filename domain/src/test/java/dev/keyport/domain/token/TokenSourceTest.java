package dev.keyport.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoredCredential;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.support.World;
import dev.keyport.testkit.FaultyTokenStore.Call;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSourceTest {
  private static final Host API = Host.parse("api.heroku.com");

  private final World world = new World();

  private static String secret(Optional<FoundToken> found) {
    return found.orElseThrow().token().reveal();
  }

  @Test
  void nothingIsEmpty() {
    assertThat(world.tokens().inForce(API)).isEmpty();
    assertThat(world.tokens().stored(API)).isEmpty();
    assertThat(world.tokens().environment()).isEmpty();
  }

  @Test
  void theEnvironmentWinsForTheApiAndGitHostsOnly() {
    world.keep("api.heroku.com", "ann", "stored");
    world.keep("other.example", "ann", "other");
    world.environment("outside");

    assertThat(secret(world.tokens().inForce(API))).isEqualTo("outside");
    assertThat(secret(world.tokens().inForce(Host.parse("git.heroku.com:443"))))
        .isEqualTo("outside");
    assertThat(secret(world.tokens().inForce(Host.parse("other.example")))).isEqualTo("other");
    assertThat(world.tokens().inForce(Host.parse("api.heroku.com.evil"))).isEmpty();
    assertThat(secret(world.tokens().stored(API))).isEqualTo("stored");
  }

  @Test
  void theEnvironmentsTokenNeedsNoStore() {
    world.store.fail(Call.FIND, new StoreException.Locked("locked", null));
    world.environment("outside");
    FoundToken found = world.tokens().inForce(API).orElseThrow();

    assertThat(found.isFromEnvironment()).isTrue();
    assertThat(found.account()).isEmpty();
    assertThat(found.expiresAt()).isEmpty();
    assertThat(found.origin()).hasToString("environment:HEROKU_API_KEY");
    assertThat(found.toString()).doesNotContain("outside");
  }

  @Test
  void aLockedStoreIsNotAnEmptyOne() {
    world.store.fail(Call.FIND, new StoreException.Locked("locked", null));

    assertThatThrownBy(() -> world.tokens().inForce(API)).isInstanceOf(StoreException.Locked.class);
  }

  @Test
  void anEntryThatNamesThePortIsPreferred() {
    Host port = Host.parse("127.0.0.1:5000");
    world.endpoints =
        new Endpoints(URI.create("http://127.0.0.1:5000"), URI.create("http://localhost:1"));
    world.keep("127.0.0.1", "ann", "plain");
    assertThat(secret(world.tokens().inForce(port))).isEqualTo("plain");

    world.keep("127.0.0.1:5000", "ann", "port");
    assertThat(secret(world.tokens().inForce(port))).isEqualTo("port");
    assertThat(secret(world.tokens().inForce(port.withoutPort()))).isEqualTo("plain");
  }

  @Test
  void metadataIsBelievedOfItsOwnTokenOnly() {
    world.logAnnIn();
    FoundToken found = world.tokens().stored(API).orElseThrow();
    assertThat(found.account()).contains(World.ANN);
    assertThat(found.expiresAt()).contains(World.NOW.plus(World.MONTH));
    assertThat(found.origin()).hasToString("memory");

    world.keep("api.heroku.com", World.ANN, "changed by another tool");
    FoundToken changed = world.tokens().stored(new CredentialId(API, World.ANN)).orElseThrow();
    assertThat(changed.metadata()).isEmpty();
    assertThat(changed.expiresAt()).isEmpty();
  }

  @Test
  void anEntryWithoutALoginHasNoAccount() {
    world.keep("api.heroku.com", "", "nameless");

    assertThat(world.tokens().stored(API).orElseThrow().account()).isEmpty();
  }

  @Test
  void itsOriginAndMetadataAreOfTheStoreThatAnswered() {
    StoreSpec second = StoreSpec.parse("netrc:/x");
    CredentialId id = new CredentialId(API, "ann");
    Secret token = Secret.of("s");
    Metadata known =
        new Metadata(
            LoginKind.SSO,
            Optional.empty(),
            Optional.of(Instant.EPOCH),
            TokenFingerprint.of(token, world.random));
    world.metadata.save(second, id, known);
    TokenStore chain = new AnswersFrom(second, new Credential(API, "ann", token));
    TokenSource source = new TokenSource(Optional.empty(), chain, world.metadata, world.endpoints);

    FoundToken found = source.stored(API).orElseThrow();
    assertThat(found.origin()).isEqualTo(new TokenOrigin.Store(second, id));
    assertThat(found.metadata()).contains(known);
  }

  private static Optional<EnvironmentToken> environment(String value) {
    return EnvironmentToken.of(
        new Machine(Map.of("HEROKU_API_KEY", value), Path.of("/home/ann"), "Linux"));
  }

  @Test
  void theVariableIsReadWithoutTheBlanksAroundIt() {
    assertThat(environment(" HRKU-1\n").map(found -> found.token().reveal())).contains("HRKU-1");
    assertThat(environment("HRKU-1").orElseThrow().variable()).isEqualTo("HEROKU_API_KEY");
    assertThat(environment("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "canary two", "canary\ntwo", "cänary", "canary\u007f"})
  void whatIsNoTokenIsRefusedAndNotQuoted(String value) {
    assertThatThrownBy(() -> environment(value))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("HEROKU_API_KEY is set to something that is no API token")
        .hasMessageNotContaining("nary");
  }

  /** A store of several, of which one that is not the first answers. */
  private static final class AnswersFrom extends UnusedStore {
    private final StoredCredential answer;

    AnswersFrom(StoreSpec store, Credential credential) {
      this.answer = new StoredCredential(store, credential);
    }

    @Override
    public Optional<StoredCredential> locate(Host host) {
      return Optional.of(answer);
    }
  }
}
