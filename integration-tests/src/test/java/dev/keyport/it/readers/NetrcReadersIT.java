package dev.keyport.it.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the netrc store writes is read back the same by the programs that read netrc files, as they
 * are installed here; or they are named when it is saved, and then they do misread it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetrcReadersIT {
  private static final Path READERS = Path.of("target", "netrc-readers").toAbsolutePath();

  private final List<Written> table = new ArrayList<>();
  private final List<Written> further = new ArrayList<>();

  @BeforeAll
  void write(@TempDir Path folder) throws IOException {
    table.addAll(written(Samples.all(), folder, "home"));
    further.addAll(written(Samples.further(), folder, "further"));
  }

  private static List<Written> written(List<Sample> samples, Path folder, String name)
      throws IOException {
    List<Written> written = new ArrayList<>();
    for (Sample sample : samples) {
      written.add(Written.by(sample, folder.resolve(name + written.size())));
    }
    return written;
  }

  Stream<NetrcReader> readers() {
    return Readers.all(READERS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  void takesWhatWasSavedUnlessItIsNamed(NetrcReader reader) {
    reader.need();
    List<Written> asked = new ArrayList<>(table.stream().filter(reader::canAsk).toList());
    asked.addAll(reader.runsOnce() ? further : List.of());

    Reading reading = reader.read(asked);

    assertThat(asked.stream().flatMap(written -> faults(reading, written)))
        .as("%s, which is %s", reader, reading.programs())
        .isEmpty();
  }

  private static Stream<String> faults(Reading reading, Written written) {
    Sample sample = written.sample();
    boolean misread = reading.misread(written);
    boolean named = reading.isNamedIn(written.notices());
    boolean lost = reading.isNamedIn(List.of(sample.lostTo()));
    if (misread && !named && !lost && !reading.isNamedIn(written.warnings())) {
      return Stream.of(sample.name() + ": misread, and no message names it");
    }
    if (!misread && (named || lost)) {
      return Stream.of(sample.name() + ": read right, though it is said to be misread");
    }
    return Stream.empty();
  }
}
