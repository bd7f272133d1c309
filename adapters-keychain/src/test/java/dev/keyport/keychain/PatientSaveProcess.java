package dev.keyport.keychain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * As the contract kit's process, with a time-out for sixteen that load their libraries at once on a
 * machine with few cores. Arguments: host, login. The secret is the line on stdin.
 */
final class PatientSaveProcess {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private PatientSaveProcess() {}

  public static void main(String[] args) throws IOException {
    StoreContext context =
        new StoreContext(Machine.current(), InteractionPolicy.NEVER, TIMEOUT, notice -> {});
    try (TokenStore store =
            new KeychainTokenStoreProvider().open(StoreSpec.parse("keychain"), context);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("ready");
      Secret secret = Secret.of(Objects.requireNonNull(in.readLine(), "a secret on stdin"));
      store.save(List.of(new Credential(Host.parse(args[0]), args[1], secret)));
      System.out.println("saved");
    }
  }
}
