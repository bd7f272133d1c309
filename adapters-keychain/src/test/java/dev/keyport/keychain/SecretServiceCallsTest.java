package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.TokenStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look-up asks of the keyring: each call is a round trip that a person waits for. */
class SecretServiceCallsTest {
  private static final Host HOST = Host.parse("api.calls.example");

  @TempDir private Path folder;

  @Test
  void aFindAsksNoMoreThanItNeeds() throws Exception {
    try (FakedKeyring keyring = FakedKeyring.start(folder)) {
      try (TokenStore writer = keyring.open()) {
        writer.save(List.of(new Credential(HOST, "ann", Secret.of("s3cret"))));
      }
      int before = keyring.service().calls().size();

      try (TokenStore reader = keyring.open()) {
        assertThat(reader.find(HOST)).isPresent();
        // And Hello and NameHasOwner, asked of the bus.
        assertThat(since(keyring, before))
            .containsExactly(
                "ReadAlias", "GetAll", "SearchItems", "GetAll", "OpenSession", "GetSecret");

        int first = keyring.service().calls().size();
        assertThat(reader.find(HOST)).isPresent();
        assertThat(since(keyring, first)).doesNotContain("OpenSession").hasSizeLessThan(6);
      }
    }
  }

  private static List<String> since(FakedKeyring keyring, int before) {
    List<String> calls = keyring.service().calls();
    return calls.subList(before, calls.size());
  }
}
