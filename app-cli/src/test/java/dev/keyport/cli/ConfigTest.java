package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings by their verbs, and what they change. */
class ConfigTest {
  private static final String HOST = "example.com";

  @TempDir Path home;
  private CliRunner cli;
  private Path config;

  @BeforeEach
  void settings() throws IOException {
    cli = new CliRunner(home);
    config = home.resolve("config");
    cli.with("KEYPORT_CONFIG", config.toString());
    netrc(".netrc", "usual-secret");
    netrc("work", "work-secret");
    netrc("other", "other-secret");
    write("profile.work.store = netrc:" + home.resolve("work"));
  }

  private void write(String... lines) throws IOException {
    Files.write(config, List.of(lines));
  }

  private void netrc(String name, String secret) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, "machine " + HOST + " login ann password " + secret + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private String secret(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "credentials:get";
    args[1] = HOST;
    System.arraycopy(options, 0, args, 2, options.length);
    return cli.run(args).out().strip();
  }

  private Path clone(String content) throws IOException {
    Path folder = Files.createDirectories(home.resolve("src/clone"));
    Files.writeString(folder.resolve(".keyport"), content);
    return folder;
  }

  @Test
  void aProfileIsChosenByFlagVariableAndFile() throws IOException {
    assertThat(secret()).isEqualTo("usual-secret");
    assertThat(secret("--profile", "work")).isEqualTo("work-secret");
    assertThat(secret("--profile", "work", "--store", "netrc:" + home.resolve("other")))
        .isEqualTo("other-secret");
    cli.with("KEYPORT_PROFILE", "work");
    assertThat(secret()).isEqualTo("work-secret");
    assertThat(cli.runByPicocli("credentials:get", HOST).out()).isEqualTo("work-secret\n");
    cli.without("KEYPORT_PROFILE");
    assertThat(cli.run("config:set", "profile", "work").status()).isZero();
    assertThat(secret()).isEqualTo("work-secret");
    cli.with("KEYPORT_STORE", "netrc:" + home.resolve("other"));
    assertThat(secret()).isEqualTo("other-secret");
  }

  @Test
  void setAndUnsetChangeOneLine() throws IOException {
    write("# mine", "store : netrc", "", "profile.work.store=x");

    assertThat(cli.run("config:set", "store", "keychain,netrc").status()).isZero();
    assertThat(config).content().startsWith("# mine\nstore : keychain,netrc\n\n");
    assertThat(cli.run("config", "unset", "store", "--json").json().get("before").asString())
        .isEqualTo("keychain,netrc");
    assertThat(config).content().isEqualTo("# mine\n\nprofile.work.store=x\n");
    assertThat(cli.run("config:path").out()).isEqualTo(config + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "stroe, netrc, did you mean \"store\"",
    "store, keychian, did you mean \"keychain\"",
    "store, 'netrc,netrc', twice",
    "timeout, soon, not a duration",
    "color, blue, 'auto, always, never'",
    "host, http://x.example, clear",
    "sso-url, ftp://x.example, https",
    "profile, wrok, did you mean \"work\"",
    "profile.work.profile, home, at the top",
    "account, ann, profile.NAME.account",
    "expires-in, '', empty",
  })
  void whatCannotBeIsNotSet(String key, String value, String told) throws IOException {
    String before = Files.readString(config);

    CliRunner.Outcome outcome = cli.run("config:set", key, value);

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(told);
    assertThat(Files.readString(config)).isEqualTo(before);
  }

  @Test
  void aValueIsShownWithWhereItComesFrom() throws IOException {
    write("profile = work", "timeout = 5s", "profile.work.store = memory");
    cli.with("HEROKU_HOST", "x.example");

    assertThat(cli.run("config").out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .containsExactly(
            "profile work file, line 1",
            "store memory profile work, line 3",
            "host x.example HEROKU_HOST",
            "timeout 5s file, line 2",
            "color auto default",
            "expires-in 30d default");
    assertThat(cli.run("config:get", "timeout").out()).isEqualTo("5s\n");
    assertThat(cli.run("config:get", "store", "--json").json().get("line").asInt()).isEqualTo(3);
    assertThat(cli.run("config:get", "sso-url").status()).isEqualTo(104);
    assertThat(cli.run("config:get", "color", "--color", "never").out()).isEqualTo("never\n");
  }

  @Test
  void aWrongValueIsListedAndToldAndCanBeMended() throws IOException {
    write("timeout = soon", "stroe = x");

    assertThat(cli.run("auth:token").err()).contains("\"stroe\"").contains("line 2");
    assertThat(cli.run("config:unset", "stroe").status()).isZero();
    assertThat(cli.run("auth:token").err()).contains("timeout in " + config + ", line 1");
    assertThat(cli.run("config"))
        .satisfies(listed -> assertThat(listed.status()).isEqualTo(2))
        .satisfies(listed -> assertThat(listed.out()).contains("soon"));
    assertThat(cli.run("config:set", "timeout", "5s").status()).isZero();
    assertThat(cli.run("config").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufeffstore = netrc:other\r\n", "store: netrc\\\r\n  :other"})
  void aMarkAndOtherLineEndsAreRead(String text) throws IOException {
    Files.writeString(config, text.replace("other", home.resolve("other").toString()));

    assertThat(secret()).isEqualTo("other-secret");
  }

  @Test
  void aFileThatOthersCanReplaceIsRefused() throws IOException {
    Path folder = config.getParent();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    for (CliRunner.Outcome refused :
        List.of(cli.run("credentials:get", HOST), cli.run("config:set", "timeout", "5s"))) {
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err()).contains("can be written by others", "chmod go-w " + folder);
    }
    Files.setAttribute(folder, "unix:mode", 01777);
    assertThat(secret()).as("where a file's owner alone replaces it").isEqualTo("usual-secret");
  }

  @Test
  void aFileThatOthersCanWriteIsRefused() throws IOException {
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(cli.run("credentials:get", HOST))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(2))
        .satisfies(refused -> assertThat(refused.err()).contains("chmod 600"));
  }

  @Test
  void aHostileFolderChoosesNothing() throws IOException {
    cli.in(clone("profile = work\n"));

    assertThat(secret()).isEqualTo("usual-secret");
    assertThat(cli.run("credentials:get", HOST).err()).contains("keyport profile:allow");

    cli.in(
        clone("store = netrc:" + home.resolve("other") + "\nhost = evil.example\nprofile = work"));
    assertThat(secret()).isEqualTo("usual-secret");
    assertThat(cli.run("config:get", "host").out()).isEqualTo("heroku.com\n");
    assertThat(cli.run("profile:allow").status()).isEqualTo(2);
    assertThat(secret()).isEqualTo("usual-secret");
  }

  @Test
  void anAllowedFolderChoosesAsLongAsItStaysAsItIs() throws IOException {
    Path folder = clone("profile = work\n");
    cli.in(Files.createDirectories(folder.resolve("below")));

    assertThat(cli.run("profile:allow").status()).isZero();
    assertThat(secret()).isEqualTo("work-secret");
    assertThat(cli.run("config:get", "profile", "--json").json().get("source").asString())
        .isEqualTo("folder");

    clone("profile = work \n");
    assertThat(secret()).isEqualTo("usual-secret");
    assertThat(cli.run("profile:allow").status()).isZero();
    assertThat(secret()).isEqualTo("work-secret");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(secret()).isEqualTo("usual-secret");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(cli.run("profile:allow", "--remove").status()).isZero();
    assertThat(secret()).isEqualTo("usual-secret");
  }

  @Test
  void aLinkAndAFolderAboveHomeChooseNothing() throws IOException {
    Path file = Files.writeString(home.resolve("elsewhere"), "profile = work\n");
    Path folder = Files.createDirectories(home.resolve("src/clone"));
    Files.createSymbolicLink(folder.resolve(".keyport"), file);
    cli.in(folder);
    assertThat(cli.run("profile:allow").status()).isEqualTo(2);

    Path below = Files.createDirectories(home.resolve("a/b"));
    Files.writeString(home.resolve("a/.keyport"), "profile = work\n");
    assertThat(new CliRunner(below).in(below).run("profile:allow").status()).isEqualTo(104);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keychain", "keychain, memory", "netrc:/only/this"})
  void whatThePolicyForbidsNobodyOpens(String allowed) throws IOException {
    policy("stores.allowed = " + allowed);
    write("store = netrc", "profile.work.store = netrc:" + home.resolve("work"));

    assertRefused(cli.run("credentials:get", HOST));
    assertRefused(cli.run("credentials:get", HOST, "--profile", "work"));
    assertRefused(cli.run("credentials:get", HOST, "--store", "netrc"));
    assertRefused(cli.run("credentials:get", HOST, "--store", "keychain,netrc"));
    assertRefused(cli.with("KEYPORT_STORE", "netrc").run("auth:token"));
    assertRefused(cli.run("config:set", "store", "netrc"));
    assertRefused(cli.run("stores:use", "netrc"));
    assertRefused(cli.run("stores:move", "netrc", "netrc:" + home.resolve("other")));
    cli.typing("secret\n");
    assertRefused(cli.run("credentials:put", HOST, "--login", "a", "--password-stdin"));
  }

  private static void assertRefused(CliRunner.Outcome outcome) {
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("not allowed on this machine", "policy.properties");
    assertThat(outcome.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stores.alowed = netrc", "stores.allowed =", "stores.allowed = \\u1"})
  void aPolicyThatCannotBeReadAllowsNothing(String text) throws IOException {
    policy(text);

    assertThat(cli.run("credentials:get", HOST))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(2))
        .satisfies(refused -> assertThat(refused.err()).contains("no store is used"));
  }

  @Test
  void whatThePolicyAllowsIsOpened() throws IOException {
    policy("stores.allowed = vault, netrc");

    assertThat(secret()).isEqualTo("usual-secret");
  }

  private void policy(String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve("etc"));
    Files.writeString(folder.resolve("policy.properties"), text + "\n");
  }

  @Test
  void twoNamesOfOneStoreAreTold() {
    CliRunner.Outcome outcome =
        cli.run("credentials", "--store", "netrc,netrc:" + home.resolve(".netrc"));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("are the same");
  }

  @Test
  void aFoldersFileThatCannotBeAllowedIsNamed() throws IOException {
    Path folder = Files.createDirectories(home.resolve("src/linked"));
    Path file = folder.resolve(".keyport");
    Files.createSymbolicLink(file, Files.writeString(home.resolve("real"), "profile = work"));

    CliRunner.Outcome refused = cli.in(folder).run("profile:allow");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("keyport: " + file + " is a symbolic link");
  }
}
