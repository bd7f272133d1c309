package dev.keyport.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** JMH as the sections use it: thoroughly in two processes, or briefly in this one. */
final class Jmh {
  private Jmh() {}

  /** What is to run, for a section to add to. */
  static ChainedOptionsBuilder options(Plan plan, List<Class<?>> benchmarks, String log) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .jvmArgsAppend("-D" + StoreBenchmark.WORK + "=" + plan.work())
            .addProfiler(GCProfiler.class)
            .output(plan.root().resolve("benchmarks/target").resolve(log).toString())
            .shouldFailOnError(true)
            .forks(plan.quick() ? 0 : 2)
            .warmupIterations(plan.quick() ? 1 : 2)
            .warmupTime(TimeValue.milliseconds(plan.quick() ? 100 : 1000))
            .measurementIterations(plan.quick() ? 1 : 3)
            .measurementTime(TimeValue.milliseconds(plan.quick() ? 100 : 1000));
    benchmarks.forEach(type -> options.include(type.getName()));
    return options;
  }

  static Collection<RunResult> run(Plan plan, ChainedOptionsBuilder options) {
    System.setProperty(StoreBenchmark.WORK, plan.work().toString());
    // A second run at the same time would falsify the times, which only matters where they count.
    System.setProperty("jmh.ignoreLock", String.valueOf(plan.quick()));
    try {
      return new Runner(options.build()).run();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH failed: " + e.getMessage(), e);
    }
  }

  /** How many bytes one call allocates, garbage included. */
  static OptionalDouble allocated(RunResult result) {
    DoubleStream.Builder bytes = DoubleStream.builder();
    result
        .getSecondaryResults()
        .forEach(
            (key, other) -> {
              if (key.endsWith("gc.alloc.rate.norm")) {
                bytes.add(other.getScore());
              }
            });
    return bytes.build().findFirst();
  }
}
