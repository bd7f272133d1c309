package dev.keyport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.testkit.FaultyTokenStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyportTest {
  private static final Host HOST = Host.parse("a.example");

  private static Machine machine(Map<String, String> environment) {
    return new Machine(environment, Path.of("/home/ann"), "Linux");
  }

  private static Credential credential(String host, String secret) {
    return new Credential(Host.parse(host), "ann", Secret.of(secret));
  }

  @Test
  void itFindsInTheStoreNamed() {
    try (Keyport keyport = Keyport.builder().store("memory").build()) {
      keyport.store().save(List.of(credential("a.example", "s")));

      assertThat(keyport.find(HOST)).contains(credential("a.example", "s"));
      assertThat(keyport.find(credential("a.example", "s").id())).isPresent();
      assertThat(keyport.find(Host.parse("b.example"))).isEmpty();
    }
  }

  @Test
  void anEntryThatNamesThePortIsPreferred() {
    try (Keyport keyport = Keyport.builder().store(new InMemoryTokenStore()).build()) {
      keyport.store().save(List.of(credential("a.example", "plain")));
      assertThat(keyport.find(Host.parse("a.example:80")))
          .contains(credential("a.example", "plain"));

      keyport.store().save(List.of(credential("a.example:80", "port")));
      assertThat(keyport.find(Host.parse("a.example:80")))
          .contains(credential("a.example:80", "port"));
      assertThat(keyport.find(HOST)).contains(credential("a.example", "plain"));
    }
  }

  @Test
  void theEnvironmentNamesTheStoreWhereTheProgramDoesNot() {
    Machine machine = machine(Map.of("KEYPORT_STORE", "memory"));
    try (Keyport keyport = Keyport.builder().machine(machine).build()) {
      assertThat(keyport.store().spec()).isEqualTo(StoreSpec.parse("memory"));
    }
    assertThatThrownBy(() -> Keyport.builder().machine(machine).store("nothere").build())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nothere");
  }

  @Test
  void withoutAnyNameItIsNetrcWhichThisModuleDoesNotHave() {
    assertThatThrownBy(() -> Keyport.builder().machine(machine(Map.of())).build())
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> {
              assertThat(e.message()).contains("the store \"netrc\" is not on the class");
              assertThat(e.hint().orElse("")).contains("dev.keyport:keyport-netrc", "memory");
            });
  }

  @Test
  void aStoreThatCannotAnswerIsNotAnEmptyOne() {
    FaultyTokenStore store = new FaultyTokenStore();
    store.fail(FaultyTokenStore.Call.FIND, new StoreException.Locked("locked", null));
    try (Keyport keyport = Keyport.builder().store(store).build()) {
      assertThatThrownBy(() -> keyport.find(HOST)).isInstanceOf(StoreException.Locked.class);
    }
  }
}
