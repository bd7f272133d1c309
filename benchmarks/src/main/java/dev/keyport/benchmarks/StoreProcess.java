package dev.keyport.benchmarks;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.TokenStore;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.transport.NetRC;

/** One call in a process of its own, for the memory that needs: CALL FILE ENTRIES. */
public final class StoreProcess {
  private StoreProcess() {}

  /** Ends with status 1 when the entry is not there. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[1]);
    int entries = Integer.parseInt(arguments[2]);
    if (!isFound(arguments[0], file, entries)) {
      System.exit(1);
    }
  }

  private static boolean isFound(String call, Path file, int entries) {
    if (call.equals("jgit")) {
      return new NetRC(new File(file.toString())).getEntry(SampleNetrc.lastHost(entries).toString())
          != null;
    }
    TokenStore store = SampleNetrc.open(file);
    if (call.equals("find")) {
      return store.find(SampleNetrc.lastHost(entries)).isPresent();
    }
    Credential credential =
        new Credential(
            SampleNetrc.lastHost(entries), SampleNetrc.LOGIN, Secret.of("other-" + file));
    return !store.save(List.of(credential)).displaced().isEmpty();
  }
}
