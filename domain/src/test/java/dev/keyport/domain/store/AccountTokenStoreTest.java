package dev.keyport.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTokenStoreTest {
  private static final Host API = Host.parse("api.example.com");
  private static final Host OTHER = Host.parse("example.org");

  private final InMemoryTokenStore behind = new InMemoryTokenStore();

  private static Credential of(Host host, String login) {
    return new Credential(host, login, Secret.of("token-of-" + login));
  }

  @Test
  void itAnswersWithItsAccountAloneForTheHostsOfALogin() {
    behind.save(List.of(of(API, "ann"), of(OTHER, "eve")));

    TokenStore bobs = AccountTokenStore.of(behind, List.of(API), "bob");
    assertThat(bobs.find(API)).isEmpty();
    assertThat(bobs.find(Host.parse("api.example.com:8443"))).isEmpty();
    assertThat(bobs.locate(API)).isEmpty();
    assertThat(bobs.find(OTHER)).isPresent();

    behind.save(List.of(of(API, "bob")));
    assertThat(bobs.find(API).map(Credential::login)).contains("bob");
    assertThat(AccountTokenStore.of(behind, List.of(API), "ann").find(API).map(Credential::login))
        .contains("ann");
  }

  @Test
  void itKeepsNoOtherAccountsLogin() {
    TokenStore bobs = AccountTokenStore.of(behind, List.of(API), "bob");

    assertThatThrownBy(() -> bobs.save(List.of(of(API, "ann"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("bob")
        .hasMessageNotContaining("token-of");
    assertThat(behind.list()).isEmpty();
    bobs.save(List.of(of(OTHER, "ann"), of(API, "bob")));
    assertThat(behind.list()).hasSize(2);
  }

  @Test
  void aNewAccountIsTheOneThatIsSavedFirst() {
    behind.save(List.of(of(API, "ann")));
    TokenStore fresh = AccountTokenStore.ofNew(behind, List.of(API));

    assertThat(fresh.find(API)).isEmpty();
    fresh.save(List.of(of(API, "bob")));
    assertThat(fresh.find(API).map(Credential::login)).contains("bob");
    assertThat(behind.list()).hasSize(2);
  }
}
