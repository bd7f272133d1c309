package dev.keyport.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManageCredentialsTest {
  private static final Host HOST = Host.parse("a.example");
  private static final Host PORT = Host.parse("a.example:8080");

  private final Link store = new Link("test");
  private final ManageCredentials manage = new ManageCredentials(store);

  private static Credential credential(Host host, String login, String secret) {
    return new Credential(host, login, Secret.of(secret));
  }

  @Test
  void whatIsPutIsListedAndRead() {
    Saved saved = manage.put(HOST, "ann", Secret.of("s"));

    assertThat(saved.saved()).containsExactly(new CredentialId(HOST, "ann"));
    assertThat(manage.list()).containsExactly(new CredentialId(HOST, "ann"));
    assertThat(manage.get(HOST, Optional.empty())).contains(credential(HOST, "ann", "s"));
    assertThat(manage.get(HOST, Optional.of("ann"))).contains(credential(HOST, "ann", "s"));
    assertThat(manage.get(HOST, Optional.of("bob"))).isEmpty();
    assertThat(manage.get(Host.parse("b.example"), Optional.empty())).isEmpty();
  }

  @Test
  void anEmptyPasswordIsRefusedAndNothingWritten() {
    assertThatThrownBy(() -> manage.put(HOST, "ann", Secret.of("")))
        .isInstanceOf(UsageException.class)
        .hasMessage("no password was given for a.example");
    assertThat(manage.list()).isEmpty();
  }

  @Test
  void anEntryThatNamesThePortIsPreferred() {
    manage.put(HOST, "ann", Secret.of("plain"));
    assertThat(manage.get(PORT, Optional.empty())).contains(credential(HOST, "ann", "plain"));
    assertThat(manage.get(PORT, Optional.of("ann"))).contains(credential(HOST, "ann", "plain"));

    manage.put(PORT, "ann", Secret.of("port"));
    assertThat(manage.get(PORT, Optional.empty())).contains(credential(PORT, "ann", "port"));
    assertThat(manage.get(HOST, Optional.empty())).contains(credential(HOST, "ann", "plain"));
  }

  @Test
  void whatTheStoreAnswersForEveryHostComesLast() {
    manage.put(Host.parse("default.example"), "any", Secret.of("d"));

    assertThat(manage.get(HOST, Optional.empty())).contains(credential(HOST, "any", "d"));
    assertThat(manage.get(HOST, Optional.of("any"))).contains(credential(HOST, "any", "d"));
    assertThat(manage.get(HOST, Optional.of("ann"))).isEmpty();

    manage.put(HOST, "ann", Secret.of("s"));
    assertThat(manage.get(HOST, Optional.empty())).contains(credential(HOST, "ann", "s"));
  }

  @Test
  void removalIsOfOneLoginOrAllOfTheHost() {
    manage.put(HOST, "ann", Secret.of("1"));
    manage.put(HOST, "bob", Secret.of("2"));
    manage.put(PORT, "ann", Secret.of("3"));

    assertThat(manage.remove(HOST, Optional.of("bob")))
        .containsExactly(new CredentialId(HOST, "bob"));
    assertThat(manage.remove(HOST, Optional.empty()))
        .containsExactly(new CredentialId(HOST, "ann"));
    assertThat(manage.remove(HOST, Optional.empty())).isEmpty();
    assertThat(manage.list()).containsExactly(new CredentialId(PORT, "ann"));
  }

  @Test
  void aLockedStoreIsNotAnEmptyOne() {
    store.locked();

    assertThatThrownBy(() -> manage.get(HOST, Optional.empty()))
        .isInstanceOf(StoreException.Locked.class);
    assertThatThrownBy(() -> manage.remove(HOST, Optional.empty()))
        .isInstanceOf(StoreException.Locked.class);
    assertThatThrownBy(() -> manage.put(HOST, "ann", Secret.of("s")))
        .isInstanceOf(StoreException.Locked.class);
    assertThat(List.of(store.status()))
        .containsExactly(new StoreStatus.Locked("the keyring is locked"));
  }
}
