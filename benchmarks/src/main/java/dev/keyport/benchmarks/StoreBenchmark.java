package dev.keyport.benchmarks;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.TokenStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.transport.NetRC;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the store does with a file, from the call to the answer; and JGit's netrc. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StoreBenchmark {
  /** The system property that names the folder to work in. */
  static final String WORK = "keyport.bench.work";

  /** How many entries the file has. */
  @Param({"1", "1000", "10000", "100000"})
  public int entries;

  private Opened opened = Opened.NONE;
  private int saved;

  /** Writes the file. */
  @Setup
  public void write() throws IOException {
    opened = Opened.make(entries);
  }

  /** Finds the last entry, reading the file. */
  @Benchmark
  public Object find() {
    return opened.store().find(opened.last().host());
  }

  /** The same with JGit: a new object each time, since one keeps what it has read. */
  @Benchmark
  public Object jgitFind() {
    return new NetRC(opened.file().toFile()).getEntry(opened.last().host().toString());
  }

  /** The ids of all entries. */
  @Benchmark
  public Object list() {
    return opened.store().list();
  }

  /** Gives the last entry another password. */
  @Benchmark
  public Object put() {
    saved++;
    Secret secret = Secret.of("other-" + saved % 10);
    return opened
        .store()
        .save(List.of(new Credential(opened.last().host(), opened.last().login(), secret)));
  }

  /** Takes the last entry out. */
  @Benchmark
  public Object remove(Removable removable) {
    return removable.opened.store().remove(List.of(removable.opened.last()));
  }

  /** A file that has its last entry again before each call, for which no time is counted. */
  @State(Scope.Benchmark)
  public static class Removable {
    private Opened opened = Opened.NONE;

    /** Writes the file. */
    @Setup(Level.Invocation)
    public void write(StoreBenchmark benchmark) throws IOException {
      opened = Opened.make(benchmark.entries);
    }
  }

  private record Opened(Path file, TokenStore store, CredentialId last) {
    static final Opened NONE = of(Path.of("none"), 1);

    static Opened make(int entries) throws IOException {
      Path work = Path.of(System.getProperty(WORK, System.getProperty("java.io.tmpdir")));
      return of(SampleNetrc.write(work, entries), entries);
    }

    private static Opened of(Path file, int entries) {
      CredentialId last = new CredentialId(SampleNetrc.lastHost(entries), SampleNetrc.LOGIN);
      return new Opened(file, SampleNetrc.open(file), last);
    }
  }
}
