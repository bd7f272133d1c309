package dev.keyport.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainedTokenStoreTest {
  private static final Host API = Host.parse("api.example");
  private static final CredentialId ANN = new CredentialId(API, "ann");

  private final List<String> notices = new ArrayList<>();
  private final Link first = new Link("keychain");
  private final Link second = new Link("netrc:/x");

  private ChainedTokenStore chain() {
    return new ChainedTokenStore(List.of(first, second), notices::add);
  }

  private static Credential ann(String secret) {
    return new Credential(API, "ann", Secret.of(secret));
  }

  @Test
  void aReadTakesTheFirstThatHasIt() {
    second.save(List.of(ann("second")));
    assertThat(chain().find(API)).contains(ann("second"));
    assertThat(chain().find(ANN)).contains(ann("second"));

    first.save(List.of(ann("first")));
    assertThat(chain().find(API)).contains(ann("first"));
    assertThat(notices).isEmpty();
  }

  @Test
  void itTellsWhichLinkAnswered() {
    second.save(List.of(ann("second")));

    assertThat(chain().locate(API)).contains(new StoredCredential(second.spec(), ann("second")));
    assertThat(chain().locate(ANN)).contains(new StoredCredential(second.spec(), ann("second")));
    assertThat(chain().spec()).isEqualTo(first.spec());
  }

  @Test
  void aLinkThatIsNotOnThisMachineIsPassedOverAndSaidOnce() {
    first.absent();
    second.save(List.of(ann("second")));
    ChainedTokenStore chain = chain();

    assertThat(chain.find(API)).contains(ann("second"));
    assertThat(chain.find(API)).contains(ann("second"));
    assertThat(chain.list()).containsExactly(ANN);
    assertThat(notices).containsExactly("keychain is passed over: no keychain service");
  }

  @Test
  void aLockedLinkEndsTheRead() {
    first.locked();
    second.save(List.of(ann("second")));

    assertThatThrownBy(() -> chain().find(API))
        .isInstanceOfSatisfying(
            StoreException.Locked.class,
            e -> {
              assertThat(e.message()).isEqualTo("keychain: the keyring is locked");
              assertThat(e.hint()).contains("unlock it");
            });
    assertThatThrownBy(() -> chain().find(ANN)).isInstanceOf(StoreException.Locked.class);
    assertThatThrownBy(() -> chain().findCatchAll(API)).isInstanceOf(StoreException.Locked.class);
    assertThatThrownBy(() -> chain().list()).isInstanceOf(StoreException.Locked.class);
  }

  @Test
  void theErrorListsWhatEachLinkSaid() {
    Link third = new Link("vault").locked();
    first.absent();
    ChainedTokenStore chain =
        new ChainedTokenStore(List.of(first, second, third, new Link("memory")), notices::add);

    assertThatThrownBy(() -> chain.find(API))
        .isInstanceOf(StoreException.Locked.class)
        .hasMessage(
            "keychain is not on this machine; netrc:/x has nothing;"
                + " vault: the keyring is locked");
  }

  @Test
  void theErrorKeepsItsType() {
    List<StoreException> errors =
        List.of(
            new StoreException.TimedOut("late", null),
            new StoreException.Corrupt("bad", null),
            new StoreException.Unavailable("gone", null, null));
    for (StoreException error : errors) {
      Link broken = new Link("keychain").failing(error, Link.Call.READ);
      assertThatThrownBy(() -> new ChainedTokenStore(List.of(broken, second), x -> {}).find(API))
          .isInstanceOf(error.getClass())
          .hasMessage("keychain: " + error.message());
    }
  }

  @Test
  void whereNoLinkIsOnThisMachineTheChainIsAbsentNotEmpty() {
    first.absent();
    second.absent();

    assertThatThrownBy(() -> chain().find(API))
        .isInstanceOf(StoreException.Absent.class)
        .hasMessage("keychain is not on this machine; netrc:/x is not on this machine");
    assertThatThrownBy(() -> chain().list()).isInstanceOf(StoreException.Absent.class);
    assertThatThrownBy(() -> chain().remove(List.of(ANN)))
        .isInstanceOf(StoreException.Absent.class);
  }

  @Test
  void nothingAnywhereIsEmpty() {
    assertThat(chain().find(API)).isEmpty();
    assertThat(chain().list()).isEmpty();
    assertThat(chain().remove(List.of(ANN))).isEmpty();
  }

  @Test
  void aWriteGoesToTheFirstAlone() {
    chain().save(List.of(ann("s")));

    assertThat(first.find(API)).contains(ann("s"));
    assertThat(second.find(API)).isEmpty();
  }

  @Test
  void aWriteNeverMovesDownTheList() {
    first.absent();

    assertThatThrownBy(() -> chain().save(List.of(ann("s"))))
        .isInstanceOf(StoreException.Absent.class);
    assertThat(second.find(API)).isEmpty();
  }

  @Test
  void takingASaveBackLeavesTheOtherLinksAlone() {
    second.save(List.of(ann("second")));
    ChainedTokenStore chain = chain();
    chain.undo(chain.save(List.of(ann("new"))));

    assertThat(first.find(API)).isEmpty();
    assertThat(second.find(API)).contains(ann("second"));
  }

  @Test
  void removalIsFromAll() {
    first.save(List.of(ann("first")));
    second.save(List.of(ann("second")));

    assertThat(chain().remove(List.of(ANN))).containsExactly(ANN);
    assertThat(first.list()).isEmpty();
    assertThat(second.list()).isEmpty();
  }

  @Test
  void aLockedLinkIsFoundBeforeAnythingIsRemoved() {
    first.save(List.of(ann("first")));
    second.locked();

    assertThatThrownBy(() -> chain().remove(List.of(ANN)))
        .isInstanceOf(StoreException.Locked.class);
    assertThat(first.find(API)).contains(ann("first"));
  }

  @Test
  void aRemovalThatFailsHalfWaySaysWhatIsGone() {
    first.save(List.of(ann("first")));
    second.failing(new StoreException.Unavailable("read-only", null, null), Link.Call.REMOVE);

    assertThatThrownBy(() -> chain().remove(List.of(ANN)))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage("netrc:/x: read-only; already removed from keychain");
  }

  @Test
  void aRemovalThatFailsFirstSaysNothingOfOthers() {
    first.failing(new StoreException.Unavailable("read-only", null, null), Link.Call.REMOVE);

    assertThatThrownBy(() -> chain().remove(List.of(ANN))).hasMessage("read-only");
  }

  @Test
  void theListIsOfAllWithoutRepetition() {
    CredentialId bob = new CredentialId(API, "bob");
    first.save(List.of(ann("1")));
    second.save(List.of(ann("2"), new Credential(API, "bob", Secret.of("3"))));

    assertThat(chain().list()).containsExactly(ANN, bob);
  }

  @Test
  void whatAnswersEveryHostIsAskedInOrderToo() {
    second.save(List.of(new Credential(Host.parse("default.example"), "any", Secret.of("d"))));

    assertThat(chain().findCatchAll(API)).contains(new Credential(API, "any", Secret.of("d")));
  }

  @Test
  void whatIsNoCredentialIsTakenFromTheFirstThatHasSomething() {
    assertThat(chain().incomplete(API)).isEmpty();
    second.withHalf("line 2: the entry has no password");

    assertThat(chain().incomplete(API)).contains("line 2: the entry has no password");
    first.locked();
    assertThatThrownBy(() -> chain().incomplete(API)).isInstanceOf(StoreException.Locked.class);
  }

  @Test
  void itsStateIsThatOfTheLinkThatIsWrittenTo() {
    second.locked();
    assertThat(chain().status())
        .isEqualTo(
            new StoreStatus.Ready(
                "keychain: it is there; netrc:/x: the keyring is locked",
                List.of(StoreWarning.of("mend", "mend keychain"))));

    first.absent();
    assertThat(chain().status()).isEqualTo(new StoreStatus.Absent("no keychain service"));
  }

  @Test
  void itsTraitsAreThoseOfTheFirstAndItClosesAll() {
    ChainedTokenStore chain = chain();
    assertThat(chain.traits()).isEqualTo(first.traits());

    chain.close();
    assertThat(first.closed()).isTrue();
    assertThat(second.closed()).isTrue();
  }
}
