package dev.keyport.netrc;

import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.testkit.TokenStoreContract;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The contract that every store passes, on a netrc that a real gpg encrypts. */
@Tag("slow")
class EncryptedNetrcTokenStoreTest extends TokenStoreContract {
  private static @Nullable GpgHome gpg;
  private static byte[] empty = {};

  @TempDir Path folder;

  @BeforeAll
  static void makeKey() throws IOException {
    GpgHome made = GpgHome.make();
    gpg = made;
    made.key("ann@example.test", "");
    empty = made.encrypt("", "--encrypt", "--recipient", "ann@example.test");
  }

  @AfterAll
  static void endAgent() throws IOException {
    if (gpg != null) {
      gpg.close();
    }
  }

  private static GpgHome gpg() {
    return Optional.ofNullable(gpg).orElseThrow();
  }

  private Path file() {
    return folder.resolve(".netrc.gpg");
  }

  @Override
  protected TokenStore open() {
    try {
      if (Files.notExists(file())) {
        GpgHome.write(file(), empty);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new NetrcTokenStoreProvider()
        .open(
            new StoreSpec("netrc", ""),
            new StoreContext(
                gpg().machine(folder),
                InteractionPolicy.NEVER,
                Duration.ofSeconds(60),
                notice -> {}));
  }

  @Override
  protected Optional<StoreSpec> sharedSpec() {
    return Optional.of(new StoreSpec("gnupghome", gpg().folder() + File.pathSeparator + file()));
  }
}
