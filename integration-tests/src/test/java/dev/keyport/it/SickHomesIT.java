package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.InProcess;
import dev.keyport.sandbox.Fault;
import dev.keyport.sandbox.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Homes with one thing wrong in each: doctor names it, says how to mend it, and tells no secret.
 */
class SickHomesIT {
  private static final String CANARY = "c4n4ry-7f3e";
  private static final String ENTRY = "machine one.example\n  login a\n  password " + CANARY + "\n";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void healthy() throws IOException {
    file(".netrc", ENTRY, "rw-------");
    program("git", "case $1 in --version) echo git version 2.39.5 ;; *) cat \"$HOME/git\" ;; esac");
    file("git", "", "rw-------");
    program("curl", "echo 'curl 7.88.1 (x86_64) libcurl/7.88.1'");
    environment.put("HOME", home.toString());
    environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    environment.put("HEROKU_API_URL", SANDBOX.get().api().toString());
    environment.put("HEROKU_GIT_HOST", SANDBOX.get().git().toString());
  }

  @AfterEach
  void noFaults() {
    SANDBOX.get().faults().clear();
  }

  /** Changes a healthy home. */
  private interface Sickness {
    void befall(SickHomesIT it) throws IOException;
  }

  /**
   * A sickness.
   *
   * @param code what doctor calls it
   * @param check the check that finds it
   * @param mend what the mend has in it
   * @param exit what doctor ends in
   */
  private record Sick(String code, String check, String mend, int exit, Sickness sickness) {
    @Override
    public String toString() {
      return code;
    }
  }

  static Stream<Sick> sick() {
    return Stream.of(
        new Sick("usage", "settings", "did you mean", 2, it -> it.settings("stroe = netrc\n")),
        new Sick(
            "settings-writable-by-others",
            "files",
            "chmod go-w",
            2,
            it -> {
              Path settings = it.settings("store = netrc\n");
              Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-rw-rw-"));
            }),
        new Sick(
            "usage", "environment", "https://", 2, it -> it.set("HEROKU_API_URL", "http://x.y")),
        new Sick(
            "environment-token",
            "environment",
            "unset HEROKU_API_KEY",
            101,
            it -> it.set("HEROKU_API_KEY", CANARY)),
        new Sick(
            "environment-token-unread",
            "environment",
            "unset HEROKU_API_TOKEN",
            0,
            it -> it.set("HEROKU_API_TOKEN", CANARY)),
        new Sick(
            "store-corrupt", "store:netrc", "editor", 113, it -> it.netrc("machine a login \"b\n")),
        new Sick(
            "netrc-readable-by-others",
            "store:netrc",
            "chmod 600",
            0,
            it -> it.file(".netrc", ENTRY, "rw-r--r--")),
        new Sick(
            "netrc-leftover",
            "store:netrc",
            "--fix",
            0,
            it -> it.file(".netrc.keyport-0123456789abcdef.tmp", ENTRY, "rw-------")),
        new Sick(
            "netrc-encrypted",
            "store:netrc",
            "keep one of the two",
            0,
            it -> it.file(".netrc.gpg", "x", "rw-------")),
        new Sick(
            "store-unavailable",
            "store:keychain",
            "",
            111,
            it -> it.set("KEYPORT_STORE", "keychain")),
        new Sick(
            "usage",
            "proxy",
            "proxy",
            2,
            it -> {
              it.set("HEROKU_API_URL", "https://api.example.invalid");
              it.set("HTTPS_PROXY", "ftp://u:" + CANARY + "@p.example");
            }),
        new Sick(
            "network",
            "network",
            "check",
            120,
            it -> it.set("HEROKU_API_URL", ClosedPort.address())),
        new Sick(
            "api-error",
            "network",
            "proxy may answer",
            122,
            it ->
                SANDBOX.get().faults().add(Fault.once(FaultKind.HTML, "GET", "/account").times(9))),
        new Sick(
            "git-extra-header",
            "git",
            "take it out",
            0,
            it -> it.git("http.extraheader\nAuthorization: Bearer " + CANARY)),
        new Sick(
            "git-settings-unreadable",
            "git",
            "git config --list",
            0,
            it ->
                it.program("git", "case $1 in config) exit 128 ;; esac; echo git version 2.39.5")),
        new Sick(
            "git-finds-nothing",
            "git",
            "git config --global credential.",
            0,
            it -> it.set("KEYPORT_STORE", "netrc:" + it.file("other", ENTRY, "rw-------"))),
        new Sick(
            "curl-ignores-netrc-variable",
            "curl",
            "--netrc-file",
            0,
            it -> it.set("NETRC", it.file("other", ENTRY, "rw-------").toString())),
        new Sick(
            "heroku-cli-keyring",
            "heroku-cli",
            "HEROKU_NETRC_WRITE",
            0,
            it -> {
              it.program("heroku", "exit 1");
              it.program("secret-tool", "exit 1");
            }));
  }

  @Test
  void aHealthyHomeIsWellAndEachCheckHasItsOwnId() {
    Command.Ended ended = doctor();

    assertThat(ended.exit()).as(ended.stdout()).isZero();
    List<JsonNode> checks = checks(ended);
    assertThat(checks).extracting(check -> check.path("id").asString()).doesNotHaveDuplicates();
    assertThat(checks).extracting(check -> check.path("status").asString()).containsOnly("ok");
    assertThat(ended.stdout()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @MethodSource("sick")
  void whatIsWrongIsNamedWithItsMend(Sick sick) throws IOException {
    sick.sickness().befall(this);

    Command.Ended ended = doctor();

    JsonNode found =
        checks(ended).stream()
            .filter(check -> check.path("id").asString().equals(sick.check()))
            .flatMap(check -> check.path("findings").valueStream())
            .filter(finding -> finding.path("code").asString().equals(sick.code()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(ended.stdout().replace(CANARY, "<canary>")));
    assertThat(found.path("level").asString()).isNotEqualTo("ok");
    assertThat(found.path("mend").asString()).isNotBlank().contains(sick.mend());
    assertThat(ended.exit()).as(ended.stdout()).isEqualTo(sick.exit());
    assertThat(ended.stdout() + ended.stderr()).doesNotContain(CANARY);
  }

  /** A proxy with a password that is used is named without it. */
  @Test
  void theProxysPasswordIsNotTold() {
    set("HEROKU_API_URL", "https://api.example.invalid");
    set("HTTPS_PROXY", "http://ann:" + CANARY + "@127.0.0.1:1");

    Command.Ended ended = run("doctor", "--debug");

    assertThat(ended.stdout().replaceAll("\\s+", " "))
        .contains("127.0.0.1:1 (HTTPS_PROXY), with a user");
    assertThat(ended.stdout() + ended.stderr()).doesNotContain(CANARY);
  }

  private Command.Ended doctor() {
    return run("doctor", "--json");
  }

  private Command.Ended run(String... words) {
    return new InProcess().run(List.of(words), "", environment);
  }

  private static List<JsonNode> checks(Command.Ended ended) {
    return JsonMapper.shared().readTree(ended.stdout()).path("checks").valueStream().toList();
  }

  private void set(String name, String value) {
    environment.put(name, value);
  }

  private Path netrc(String text) throws IOException {
    return file(".netrc", text, "rw-------");
  }

  private Path settings(String text) throws IOException {
    return file(".config/keyport/config.properties", text, "rw-------");
  }

  private void git(String setting) throws IOException {
    file("git", "file:/etc/gitconfig\0" + setting + "\0", "rw-------");
  }

  private void program(String name, String text) throws IOException {
    file("bin/" + name, "#!/bin/sh\n" + text + "\n", "rwx------");
  }

  private Path file(String name, String text, String mode) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
