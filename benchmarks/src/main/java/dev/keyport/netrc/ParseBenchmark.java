package dev.keyport.netrc;

import dev.keyport.benchmarks.SampleNetrc;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From bytes to the syntax tree, without the file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ParseBenchmark {
  /** How many entries the file has. */
  @Param({"1", "1000", "10000", "100000"})
  public int entries;

  private byte[] text = {};

  /** Makes the bytes. */
  @Setup
  public void make() {
    text = SampleNetrc.bytes(entries);
  }

  /** Parses them. */
  @Benchmark
  public Object parse() {
    return Parser.parse(text);
  }
}
