package dev.keyport.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server as a process, which tells where it is in a line of JSON and ends with its input. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("\"api\":\"([^\"]+)\"");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final double BYTES_PER_MB = 1e6;
  private static final int KIB_PER_MB = 1000;
  private static final int END_SECONDS = 20;

  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static ServerProcess start(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    String line = Optional.ofNullable(out.readLine()).orElse("");
    Matcher address = ADDRESS.matcher(line);
    if (!address.find()) {
      process.destroyForcibly();
      throw new IOException(command.get(0) + " did not tell where it is");
    }
    return new ServerProcess(process, URI.create(address.group(1)));
  }

  URI address() {
    return address;
  }

  /** What it has in memory now, in MB; empty where the system doesn't tell as Linux does. */
  Optional<Double> resident() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MB)
          .findFirst();
    }
  }

  /**
   * What its heap holds that is in use, in MB: it collects its garbage for that. Empty where the
   * JDK's jcmd can't tell.
   */
  Optional<Double> live() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString();
    Command.Ended ended =
        new Command(
                List.of(jcmd, String.valueOf(process.pid()), "GC.class_histogram"), Path.of("."))
            .run(Duration.ofSeconds(END_SECONDS));
    Matcher total = TOTAL.matcher(ended.output());
    return ended.isFine() && total.find()
        ? Optional.of(Double.parseDouble(total.group(1)) / BYTES_PER_MB)
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
