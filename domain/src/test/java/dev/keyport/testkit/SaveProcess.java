package dev.keyport.testkit;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;
import dev.keyport.domain.store.TokenStores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * A process of the contract's races: saves one credential in the store named, once it is told to.
 * Arguments: spec, host, login. The secret is the line on stdin, whose arrival is the signal.
 */
public final class SaveProcess {
  /** A busy machine may take long over its turn: how long is not what is tested. */
  private static final StoreContext PATIENT =
      new StoreContext(
          Machine.current(), InteractionPolicy.IF_VISIBLE, Duration.ofSeconds(50), notice -> {});

  private SaveProcess() {}

  /** Says {@code ready} on stdout, waits for the secret, saves, and says {@code saved}. */
  public static void main(String[] args) throws IOException {
    TokenStores stores = new TokenStores(ServiceLoader.load(TokenStoreProvider.class));
    try (TokenStore store = stores.open(List.of(StoreSpec.parse(args[0])), PATIENT);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("ready");
      Secret secret = Secret.of(Objects.requireNonNull(in.readLine(), "a secret on stdin"));
      store.save(List.of(new Credential(Host.parse(args[1]), args[2], secret)));
      System.out.println("saved");
    }
  }
}
