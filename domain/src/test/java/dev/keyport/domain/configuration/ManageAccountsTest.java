package dev.keyport.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.NotLoggedInException;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.InMemoryTokenStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManageAccountsTest {
  private static final Host API = Host.parse("api.example.com");

  private final EditedFile file =
      new EditedFile()
          .with("store", "netrc")
          .with("profile.work.store", "netrc:/work")
          .with("profile.work.account", "ann@work.example")
          .with("profile.plain.timeout", "5s");

  private ManageAccounts manage() {
    return manage(Map.of());
  }

  private ManageAccounts manage(Map<String, String> environment) {
    return new ManageAccounts(file.settings(environment), file);
  }

  @Test
  void anAccountIsAProfileThatNamesOne() {
    assertThat(manage().list())
        .containsExactly(
            new AccountProfile("work", "ann@work.example", Optional.of("netrc:/work"), false));
    assertThatThrownBy(() -> manage().current()).isInstanceOf(NotFoundException.class);
    assertThat(manage(Map.of("KEYPORT_PROFILE", "work")).current().inUse()).isTrue();
  }

  @Test
  void thePointerIsAllThatChoosingWrites() {
    Map<String, String> before = Map.copyOf(file.lines());
    manage().use("work");

    assertThat(manage().current().name()).isEqualTo("work");
    file.lines().remove("profile");
    assertThat(file.lines()).isEqualTo(before);
    assertThatThrownBy(() -> manage().use("wokr"))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.hint().orElse("")).contains("work"));
  }

  @Test
  void aNameIsGivenOnce() {
    assertThatThrownBy(() -> manage().checkNew("Work")).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> manage().checkNew("plain")).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> manage().checkNew("a/b")).isInstanceOf(UsageException.class);
    assertThatCode(() -> manage().checkNew("home")).doesNotThrowAnyException();
  }

  @Test
  void theLoginThatIsThereIsNamedWhereItStands() {
    InMemoryTokenStore store = new InMemoryTokenStore();
    assertThatThrownBy(() -> manage().adopt("home", store, API))
        .isInstanceOf(NotLoggedInException.class);
    store.save(List.of(new Credential(API, "", Secret.of("nobody's"))));
    assertThatThrownBy(() -> manage().adopt("home", store, API))
        .isInstanceOf(NotLoggedInException.class);
    store.remove(store.list());
    store.save(List.of(new Credential(API, "ann@home.example", Secret.of("canary"))));

    manage().adopt("home", store, Host.parse("api.example.com:8443"));
    assertThat(manage().get("home").account()).isEqualTo("ann@home.example");
    assertThat(file.lines())
        .containsEntry("profile.home.store", store.spec().toString())
        .doesNotContainValue("canary");
  }

  @Test
  void removingTakesTheWholeProfileAndThePointerToIt() {
    manage().add("home", "ann@home.example", "netrc:/home");
    manage().use("home");
    manage().remove(manage().get("home"));

    assertThat(file.lines().keySet())
        .containsExactly(
            "store", "profile.work.store", "profile.work.account", "profile.plain.timeout");
    manage().use("work");
    manage().add("home", "ann@home.example", "netrc:/home");
    manage().remove(manage().get("home"));
    assertThat(manage().current().name()).isEqualTo("work");
  }

  @Test
  void onlyAStoreOfManyLoginsIsShared() {
    assertThat(ManageAccounts.holdsSeveral(new InMemoryTokenStore())).isTrue();
  }
}
