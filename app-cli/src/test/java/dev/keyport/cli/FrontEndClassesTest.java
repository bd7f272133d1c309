package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the JVM loads for a plain form, seen from its own log: none of the large libraries. */
class FrontEndClassesTest {
  private static final List<String> LARGE =
      List.of("picocli.", "okhttp3.", "okio.", "kotlin.", "tools.jackson.", "com.fasterxml.");

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "version, 0",
    "auth:token, 0",
    "auth:token --host nobody.example, 100",
    "auth:token --store keychain, 111",
    "credentials:get api.heroku.com --login ann, 0"
  })
  void noLargeLibraryIsLoaded(String typed, int status) throws Exception {
    assertThat(loaded(status, typed.split(" ")))
        .contains("dev.keyport.cli.FrontEnd")
        .noneMatch(name -> LARGE.stream().anyMatch(name::startsWith));
  }

  /** So that a change of the log's format can't make the test above pass. */
  @ParameterizedTest
  @CsvSource({"auth:token --json, 0"})
  void theLogWouldTellOfThem(String typed, int status) throws Exception {
    assertThat(loaded(status, typed.split(" ")))
        .contains("picocli.CommandLine", "tools.jackson.databind.json.JsonMapper");
  }

  private List<String> loaded(int status, String... words)
      throws IOException, InterruptedException {
    Path netrc = home.resolve(".netrc");
    Files.writeString(netrc, "machine api.heroku.com login ann password HRKU-one\n");
    Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-------"));
    Path log = home.resolve("classes.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:class+load=info:file=" + log + ":none");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(status);
    try (Stream<String> lines = Files.lines(log)) {
      return lines.map(line -> line.split(" ", 2)[0]).toList();
    }
  }
}
