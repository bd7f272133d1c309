package dev.keyport.netrc;

import static dev.keyport.netrc.StoreFixture.credential;
import static dev.keyport.netrc.StoreFixture.revealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.TokenStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are wrong, or very odd: said by line, and nothing in them is lost. */
class BadInputTest {
  private static final Host H = Host.parse("h.example");
  private static final String ENTRY = "machine h.example login ann password s3cret\n";
  private static final int LONG_LINE = 15 * 1024 * 1024;

  @TempDir Path home;
  private StoreFixture fixture = new StoreFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new StoreFixture(home);
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "machine o.example password \"th3irs\n",
        "machine o.example password \"th3irs\\\n\"",
        "machine o.example password p\u0000q\n",
        "# \u0000\n"
      })
  void whatCantBeReadIsRefusedByLineAndNeverRewritten(String bad) throws IOException {
    String text = ENTRY + bad + ENTRY;
    fixture.write(text);
    TokenStore store = fixture.open();
    CredentialId id = new CredentialId(H, "ann");

    for (Runnable call :
        List.<Runnable>of(
            () -> store.find(H),
            () -> store.find(id),
            () -> store.findCatchAll(H),
            () -> store.incomplete(H),
            store::list,
            () -> store.save(List.of(credential("h.example", "ann", "n3w"))),
            () -> store.remove(List.of(id)))) {
      StoreException.Corrupt refusal =
          catchThrowableOfType(StoreException.Corrupt.class, call::run);
      assertThat(refusal.message())
          .contains(fixture.netrc() + ", line 2")
          .doesNotContain("th3irs")
          .doesNotContain("s3cret");
    }
    assertThat(fixture.text()).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"# ", "machine o.example login x password ", "oddity", "macdef m "})
  void aLineOfFifteenMebibytesIsReadAndKept(String start) throws IOException {
    String text = start + "p".repeat(LONG_LINE) + "\n\n" + ENTRY;
    fixture.write(text);
    TokenStore store = fixture.open();

    assertThat(revealed(store.find(H))).isEqualTo("ann=s3cret");
    store.save(List.of(credential("h.example", "ann", "n3w")));

    assertThat(fixture.text().equals(text.replace("s3cret", "n3w"))).isTrue();
  }

  @Test
  void anEntryWithoutPasswordIsNoCredentialAndIsNamed() throws IOException {
    fixture.write("# mine\nmachine h.example\n  login ann\nmachine o.example password theirs\n");
    TokenStore store = fixture.open();

    assertThat(store.find(H)).isEmpty();
    assertThat(store.find(new CredentialId(H, "ann"))).isEmpty();
    assertThat(store.incomplete(H))
        .contains(fixture.netrc() + ", line 2: the entry has no password");

    store.save(List.of(credential("h.example", "ann", "n3w")));
    assertThat(fixture.text())
        .isEqualTo(
            """
            # mine
            machine h.example
              login ann
              password n3w
            machine o.example password theirs
            """);
    assertThat(store.incomplete(H)).isEmpty();
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "# mine\nlogin ann password s3cret\nmachine o.example login x password y\n",
        "macdef\n\nlogin ann\n  password s3cret\n"
      })
  void aPasswordOutsideAnyEntryIsNobodysAndIsNamed(String text) throws IOException {
    fixture.write(text);
    TokenStore store = fixture.open();
    long line = text.substring(0, text.indexOf("password")).lines().count();

    assertThat(store.find(H)).isEmpty();
    assertThat(store.findCatchAll(H)).isEmpty();
    assertThat(store.incomplete(H).orElseThrow())
        .contains(fixture.netrc() + ", line " + line + ": the password belongs to no machine")
        .doesNotContain("s3cret");

    store.save(List.of(credential("h.example", "ann", "n3w")));
    assertThat(fixture.text()).startsWith(text).contains("machine h.example");
  }
}
