package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.TokenStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a large file costs, counted in bytes allocated: those depend on the code alone, where time
 * depends on the machine. What is allocated in all bounds what is in memory at once.
 */
class GrowthTest {
  private static final int ENTRIES = 20_000;

  @TempDir Path home;

  @Test
  void findingAllocatesLessThanFourTimesTheFile() throws IOException {
    TokenStore store = store(ENTRIES);
    store.find(Host.parse("host0.example"));

    long allocated = allocated(() -> store.find(host(ENTRIES - 1)));

    assertThat(allocated).isLessThan(4 * Files.size(home.resolve(".netrc")));
  }

  /**
   * Read, made anew, read before it is replaced, read back: a copy each. Offsets and names, for a
   * moment, of the old and the new one.
   */
  @Test
  void puttingAllocatesLessThanTwelveTimesTheFile() throws IOException {
    TokenStore store = store(ENTRIES);
    store.save(List.of(StoreFixture.credential("host1.example", "ann", "first")));

    long allocated =
        allocated(() -> store.save(List.of(StoreFixture.credential("host0.example", "ann", "x"))));

    assertThat(allocated).isLessThan(12 * Files.size(home.resolve(".netrc")));
  }

  @Test
  void twiceAsManyPutsIntoAFileTwiceAsLargeAllocateTwiceAsMuch() throws IOException {
    TokenStore few = store(ENTRIES / 20);
    List<Credential> fewCredentials = credentials(ENTRIES / 20);
    few.save(fewCredentials.subList(0, 10));
    long one = allocated(() -> few.save(fewCredentials));

    TokenStore many = store(ENTRIES / 10);
    long two = allocated(() -> many.save(credentials(ENTRIES / 10)));

    assertThat(two).isLessThan(3 * one);
  }

  @Test
  void twiceAsManyRemovalsFromAFileTwiceAsLargeAllocateTwiceAsMuch() throws IOException {
    TokenStore few = store(ENTRIES / 20);
    few.remove(List.of(credentials(1).get(0).id()));
    long one = allocated(() -> few.remove(ids(ENTRIES / 20)));

    TokenStore many = store(ENTRIES / 10);
    long two = allocated(() -> many.remove(ids(ENTRIES / 10)));

    assertThat(two).isLessThan(3 * one);
  }

  private TokenStore store(int entries) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < entries; i++) {
      text.append("machine ").append(host(i)).append("\n  login ann\n  password secret-of-it\n");
    }
    StoreFixture fixture = new StoreFixture(home);
    fixture.write(text.toString());
    return fixture.open();
  }

  private static Host host(int i) {
    return Host.parse("host" + i + ".example");
  }

  private static List<Credential> credentials(int entries) {
    List<Credential> credentials = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      credentials.add(StoreFixture.credential(host(i).toString(), "ann", "other"));
    }
    return credentials;
  }

  private static List<CredentialId> ids(int entries) {
    return credentials(entries).stream().map(Credential::id).toList();
  }

  private static long allocated(Runnable action) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    action.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
