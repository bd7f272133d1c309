package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyport.domain.settings.Machine;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real gpg with a GNUPGHOME of its own. The folder's path is short, since the agent's socket in
 * it can't have a long one.
 */
final class GpgHome implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 30;
  private static final String EARLY = "20200101T000000";

  private final Path folder;

  private GpgHome(Path folder) {
    this.folder = folder;
  }

  /** An empty one; skips the test where gpg is missing, unless CI=true. */
  static GpgHome make() throws IOException {
    boolean present =
        Stream.of(path().split(File.pathSeparator))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "gpg")));
    assertThat(present || !"true".equals(System.getenv("CI")))
        .as("gpg is installed where CI=true")
        .isTrue();
    assumeTrue(present, "gpg is not installed");
    return new GpgHome(Files.createTempDirectory("kp"));
  }

  private static String path() {
    return Objects.requireNonNullElse(System.getenv("PATH"), "");
  }

  Path folder() {
    return folder;
  }

  /** What a store sees of the machine: this gpg and its keys, and the home folder given. */
  Machine machine(Path home) {
    return new Machine(environment(), home, "Linux");
  }

  Map<String, String> environment() {
    return new HashMap<>(Map.of("PATH", path(), "GNUPGHOME", folder.toString()));
  }

  /** Makes a key that signs and has a subkey that encrypts; an empty passphrase leaves it open. */
  void key(String user, String passphrase) throws IOException {
    makeKey(user, passphrase, "never");
  }

  /** Makes a key that expired long ago. */
  void expiredKey(String user) throws IOException {
    makeKey(user, "", "seconds=86400");
  }

  private void makeKey(String user, String passphrase, String expiry) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("--faked-system-time", EARLY, "--pinentry-mode", "loopback"));
    arguments.addAll(List.of("--passphrase", passphrase, "--quick-generate-key"));
    arguments.addAll(List.of(user, "future-default", "default", expiry));
    run(new byte[0], arguments);
  }

  /** The id of the user's encryption subkey. */
  String subkey(String user) throws IOException {
    return text(run(new byte[0], List.of("--with-colons", "--list-keys", user)))
        .lines()
        .filter(line -> line.startsWith("sub:"))
        .map(line -> Arrays.asList(line.split(":")).get(4))
        .findFirst()
        .orElseThrow();
  }

  /** Encrypts, with what else gpg is told. */
  byte[] encrypt(String plain, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--trust-model", "always"));
    all.addAll(List.of(arguments));
    return run(plain.getBytes(StandardCharsets.UTF_8), all);
  }

  /** Encrypts to these users, into a file that only its owner can read. */
  void encryptTo(Path file, String plain, String... users) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--encrypt"));
    for (String user : users) {
      arguments.addAll(List.of("--recipient", user));
    }
    write(file, encrypt(plain, arguments.toArray(String[]::new)));
  }

  static void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    StoreFixture.mode(file, "rw-------");
  }

  String decrypt(Path file) throws IOException {
    return text(run(Files.readAllBytes(file), List.of("--pinentry-mode", "error", "--decrypt")));
  }

  /** Runs gpg, which has to succeed. */
  byte[] run(byte[] input, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("gpg", "--batch", "--quiet", "--no-tty"));
    command.addAll(arguments);
    return run(command, input);
  }

  private byte[] run(List<String> command, byte[] input) throws IOException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(said.toFile());
    builder.environment().putAll(environment());
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    }
    byte[] output = process.getInputStream().readAllBytes();
    try {
      assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).as("gpg ends").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    assertThat(process.exitValue()).as(() -> command + ": " + read(said)).isZero();
    return output;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Has the agent ask a stand-in for a person, who answers with this. */
  void pinentry(String passphrase) throws IOException {
    Path program = folder.resolve("pinentry");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo OK
        while read -r word rest; do
          case "$word" in
            GETPIN) echo asked >> '%s'; echo 'D %s'; echo OK ;;
            BYE) echo OK; exit ;;
            *) echo OK ;;
          esac
        done
        """
            .formatted(asked(), passphrase));
    StoreFixture.mode(program, "rwx------");
    Files.writeString(folder.resolve("gpg-agent.conf"), "pinentry-program " + program + "\n");
  }

  private Path asked() {
    return folder.resolve("asked");
  }

  /** How often the stand-in was asked. */
  int timesAsked() throws IOException {
    return Files.exists(asked()) ? Files.readAllLines(asked()).size() : 0;
  }

  void forgetAsked() throws IOException {
    Files.deleteIfExists(asked());
  }

  /** Makes the agent forget what it has in memory. */
  void lock() throws IOException {
    run(List.of("gpgconf", "--kill", "all"), new byte[0]);
  }

  /** Ends the agent, and removes the folder. */
  @Override
  public void close() throws IOException {
    lock();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
