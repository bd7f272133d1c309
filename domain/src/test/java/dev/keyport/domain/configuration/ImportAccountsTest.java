package dev.keyport.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.SettingsEditor;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.support.Configured;
import dev.keyport.domain.support.World;
import dev.keyport.testkit.FaultyTokenStore.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken over of another program's accounts, and what is skipped. */
class ImportAccountsTest {
  private static final Host API = Host.parse("api.heroku.com");
  private static final String TOKEN = "HRKU-canary-import-1";

  private final World world = new World();
  private final List<SettingsEditor.Change> written = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private Optional<String> inUse = Optional.empty();
  private final List<ForeignAccounts.One> found = new ArrayList<>();
  private final List<SkippedAccount> unreadable = new ArrayList<>();

  private ImportAccounts imports(String... settings) {
    return new ImportAccounts(
        new ManageAccounts(
            Configured.with(Map.of(), settings),
            changes -> {
              written.addAll(changes);
              return Map.of();
            }));
  }

  private AccountProfile keep(String name, Secret token) {
    kept.add(name + (token.equals(Secret.of(TOKEN)) ? "" : " with another token"));
    return new AccountProfile(name, World.ANN, Optional.of("memory"), false);
  }

  private void has(String name, String token) {
    found.add(
        new ForeignAccounts.One(name, "/there/" + name, name + "@example.com", Secret.of(token)));
  }

  private ImportPlan plan(Optional<String> only, String... settings) {
    return imports(settings)
        .plan(() -> new ForeignAccounts.Found("/there", found, unreadable, inUse), only);
  }

  private ImportPlan plan() {
    return plan(Optional.empty());
  }

  private static List<String> names(ImportPlan plan) {
    return plan.accounts().stream().map(ForeignAccounts.One::name).toList();
  }

  @Test
  void allThatCanBeAreTaken() {
    has("home", TOKEN);
    has("work", TOKEN);
    inUse = Optional.of("work");

    ImportPlan plan = plan();
    List<SkippedAccount> skipped =
        imports().run(plan, this::keep, account -> done.add(account.name()));

    assertThat(plan.inUse()).contains("work");
    assertThat(plan.place()).isEqualTo("/there");
    assertThat(skipped).isEmpty();
    assertThat(kept).containsExactly("home", "work");
    assertThat(done).containsExactly("home", "work");
  }

  @Test
  void namesThatAreTakenOrCannotBeOnesAreSkipped() {
    has("HOME", TOKEN);
    has("a b", TOKEN);
    has("ok", TOKEN);
    has("OK", TOKEN);
    inUse = Optional.of("HOME");

    ImportPlan plan = plan(Optional.empty(), "profile.home.account = ann");

    assertThat(names(plan)).containsExactly("ok");
    assertThat(plan.inUse()).isEmpty();
    assertThat(plan.skipped())
        .extracting(SkippedAccount::name)
        .containsExactly("HOME", "a b", "OK");
    assertThat(plan.skipped())
        .extracting(SkippedAccount::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("already", "accounts:remove home"),
            reason -> assertThat(reason).contains("can't be a profile's name"),
            reason -> assertThat(reason).contains("case alone"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "tök"})
  void whatIsNoTokenIsSkippedAndNotTold(String token) {
    has("home", token);

    assertThat(plan().accounts()).isEmpty();
    assertThat(plan().skipped())
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.reason())
                    .contains("/there/home has no API token")
                    .doesNotContain("two words", "tök"));
  }

  @Test
  void oneAloneIsTaken() {
    has("home", TOKEN);
    has("work", TOKEN);
    unreadable.add(new SkippedAccount("bad", "it is bad"));

    assertThat(names(plan(Optional.of("work")))).containsExactly("work");
    assertThat(plan(Optional.of("work")).skipped()).isEmpty();
    assertThat(plan(Optional.of("bad")).skipped()).hasSize(1);
    assertThatThrownBy(() -> plan(Optional.of("other")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("/there")
        .hasMessageContaining("other");
  }

  @Test
  void nothingThereIsAnError() {
    assertThatThrownBy(this::plan)
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.hint().orElseThrow()).contains("--from"));
  }

  private List<SkippedAccount> failing(KeyportException failure) {
    has("home", TOKEN);
    has("work", TOKEN);
    return imports()
        .run(
            plan(),
            (name, token) -> {
              if (name.equals("home")) {
                throw failure;
              }
              return keep(name, token);
            },
            account -> done.add(account.name()));
  }

  @Test
  void oneThatIsRefusedIsSkipped() {
    List<SkippedAccount> skipped =
        failing(new ApiException.Rejected(ApiFailure.of("the API says no")));

    assertThat(skipped)
        .containsExactly(new SkippedAccount("home", "its token is refused: the API says no"));
    assertThat(done).containsExactly("work");
  }

  @Test
  void oneThatCannotBeKeptIsSkipped() {
    assertThat(failing(new UsageException("it is there", "look")))
        .containsExactly(new SkippedAccount("home", "it is there; look"));
    assertThat(done).containsExactly("work");
  }

  @Test
  void whatWouldKeepAllBackEndsIt() {
    StoreException locked = new StoreException.Unavailable("the store is away", null, null);

    assertThatThrownBy(() -> failing(locked)).isSameAs(locked);
    assertThat(done).isEmpty();
  }

  @Test
  void aLoginThatCanStayIsNamed() {
    world.keep("api.heroku.com", "ann@example.com", TOKEN);

    AccountProfile named = imports().fromStore("home", world.store, API, this::keep);

    assertThat(named)
        .isEqualTo(new AccountProfile("home", "ann@example.com", Optional.of("memory"), false));
    assertThat(kept).isEmpty();
    assertThat(written)
        .extracting(SettingsEditor.Change::key)
        .containsExactly("profile.home.store", "profile.home.account");
    assertThat(written.toString()).doesNotContain(TOKEN);
  }

  @Test
  void aLoginThatIsOnlyReadIsCopied() {
    world.keep("api.heroku.com", "ann@example.com", TOKEN);
    world.store.fail(Call.CHECK_WRITABLE, new StoreException.Unavailable("only read", null, null));

    imports().fromStore("home", world.store, API, this::keep);

    assertThat(kept).containsExactly("home");
    assertThat(written).isEmpty();
  }

  @Test
  void aStoreWithoutALoginOrWithANamelessOneHasNone() {
    ImportAccounts imports = imports("profile.home.account = ann");

    assertThatThrownBy(() -> imports.find("home", world.store, API))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> imports.find("work", world.store, API))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("memory has no login for api.heroku.com");
    world.keep("api.heroku.com", "", TOKEN);
    assertThatThrownBy(() -> imports.find("work", world.store, API))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aLoginThatIsStoredIsNotPutOut() {
    LoggedIn first = world.logAnnIn();
    Map<String, String> before = world.stored();
    Secret token = world.store.find(first.saved().get(0)).orElseThrow().secret();

    assertThatThrownBy(() -> world.logIn().withTokenOfNew(token))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("has a login of " + World.ANN);
    assertThat(world.stored()).isEqualTo(before);

    world.store.remove(first.saved());
    assertThat(world.logIn().withTokenOfNew(token).account()).isEqualTo(World.ANN);
    assertThat(world.stored()).isEqualTo(before);
  }
}
