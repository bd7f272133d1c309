package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.configuration.ForeignAccounts.Found;
import dev.keyport.domain.configuration.ForeignAccounts.One;
import dev.keyport.domain.configuration.SkippedAccount;
import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The heroku CLI's account files: as it writes them, and as nobody should. */
class HerokuAccountsFolderTest {
  private static final String TOKEN = "HRKU-canary-file-9";
  private static final String PLAIN = "username: ann@example.com\npassword: " + TOKEN + "\n";

  @TempDir Path home;
  private Path folder = Path.of("");
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void aFolder() throws IOException {
    folder = Files.createDirectories(home.resolve(".heroku/accounts"));
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Found read() {
    return read(CurrentUser.ofProcess());
  }

  private Found read(CurrentUser user) {
    Machine machine = new Machine(Map.of(), home, "Linux");
    return new HerokuAccountsFolder(machine, notices::add, user).read();
  }

  private String refused(String text) throws IOException {
    write("work", text);
    Found found = read();
    assertThat(found.accounts()).isEmpty();
    assertThat(found.unreadable())
        .singleElement()
        .extracting(SkippedAccount::name)
        .isEqualTo("work");
    String reason = found.unreadable().get(0).reason();
    assertThat(reason).contains(folder.resolve("work").toString()).doesNotContain("canary");
    return reason;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username: ann@example.com\npassword: HRKU-canary-file-9\n",
        "---\n:username: ann@example.com\n:password: HRKU-canary-file-9\n",
        "--- \n:username: ann@example.com\n:password: HRKU-canary-file-9",
        "password:   'HRKU-canary-file-9'  \r\n\r\nusername: \"ann@example.com\"\r\n",
        "\uFEFFusername: ann@example.com\npassword: \"HRKU-canary-file-9\"\n"
      })
  void everyFormThatWasWrittenIsRead(String text) throws IOException {
    write("work", text);

    Found found = read();

    assertThat(found.unreadable()).isEmpty();
    assertThat(found.accounts())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("work");
              assertThat(one.login()).isEqualTo("ann@example.com");
              assertThat(one.token().reveal()).isEqualTo(TOKEN);
              assertThat(one.toString()).doesNotContain(TOKEN);
            });
  }

  @Test
  void quotesAreUnescaped() throws IOException {
    write("work", "username: 'o''hara@example.com'\npassword: \"a\\\"b\\\\c\"\n");

    One one = read().accounts().get(0);

    assertThat(one.login()).isEqualTo("o'hara@example.com");
    assertThat(one.token().reveal()).isEqualTo("a\"b\\c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "username: a\\npassword: canary\\npassword: canary2 | line 3, has the password once more",
        "username: a\\n:username: b\\npassword: canary | line 2, has the username once more",
        "username: a\\npassword: canary\\nother: canary | line 3, is neither",
        "username: a\\n  password: canary | line 2, is neither",
        "username: a\\npassword:canary | line 2, is neither",
        "username: a\\n\\tpassword: canary | line 2, has a tab",
        "username: a\\npassword: canary\\tx | line 2, has a tab",
        "username: a\\n---\\npassword: canary | line 2, is neither",
        "# canary\\nusername: a\\npassword: canary | line 1, is neither",
        "username: a\\npassword: !binary canary | line 2, has a value that is no plain text",
        "username: a\\npassword: canary # canary | line 2, has a blank",
        "username: a\\npassword: 'canary | line 2, has a quote that does not end",
        "username: a\\npassword: ' | line 2, has a quote that does not end",
        "username: a\\npassword: 'can'ary' | line 2, has an escape",
        "username: a\\npassword: \"can\"ary\" | line 2, has more after",
        "username: a\\npassword: \"can\\xary\" | line 2, has an escape",
        "username: a\\npassword: \"\" | line 2, has an empty value",
        "username: a\\npassword: | line 2, is neither",
        "username: a | has no password",
        "password: canary | has no username"
      },
      quoteCharacter = '`')
  void whateverElseIsRefusedWithItsLine(String text, String reason) throws IOException {
    assertThat(refused(text.replace("\\n", "\n").replace("\\t", "\t"))).contains(reason);
  }

  @Test
  void whatIsHugeOrBinaryOrEmptyIsRefused() throws IOException {
    assertThat(refused("username: a\npassword: " + "canary".repeat(1000))).contains("too long");
    assertThat(refused("canary\0")).contains("line 1, has a tab or another control");
    assertThat(refused("")).contains("has no username");
    write("work", new byte[] {'c', (byte) 0xff, (byte) 0xfe});
    assertThat(read().unreadable().get(0).reason()).contains("is not UTF-8");
  }

  @Test
  void onlyTheLinkNamedCurrentSaysSomething() throws IOException {
    Path work = write("work", PLAIN);
    Files.createSymbolicLink(folder.resolve("current"), work);
    Files.createSymbolicLink(folder.resolve("other"), work);

    Found found = read();

    assertThat(found.inUse()).contains("work");
    assertThat(found.accounts()).extracting(One::name).containsExactly("work");
    assertThat(found.unreadable())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("other");
              assertThat(one.reason()).contains("symbolic link");
            });
  }

  @Test
  void foldersAndOthersFilesAreRefusedAndHiddenFilesPassedOver() throws IOException {
    Files.createDirectory(folder.resolve("a"));
    write(".DS_Store", "canary");
    write("b", PLAIN);
    Files.setPosixFilePermissions(write("c", PLAIN), PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(read().accounts()).extracting(One::name).containsExactly("b");
    assertThat(read().unreadable())
        .extracting(SkippedAccount::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("but a folder"),
            reason -> assertThat(reason).contains("can be written by others"));
    Found anothers = read(() -> 4711);
    assertThat(anothers.accounts()).isEmpty();
    assertThat(anothers.unreadable().get(1).reason()).contains("belongs to another user");
  }

  @Test
  void aFileThatOthersCanReadIsReadAndNamed() throws IOException {
    Files.setPosixFilePermissions(
        write("work", PLAIN), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(read().accounts()).hasSize(1);
    assertThat(notices).singleElement().asString().contains("can be read by others");
  }

  @Test
  void withoutTheOldFolderTheNewOneIsLookedIn() throws IOException {
    Files.delete(folder);
    assertThat(read().accounts()).isEmpty();
    assertThat(read().place()).isEqualTo(folder.toString());

    Files.delete(home.resolve(".heroku"));
    folder = Files.createDirectories(home.resolve(".config/heroku/accounts"));
    write("work", PLAIN);

    assertThat(read().place()).isEqualTo(folder.toString());
    assertThat(read().accounts()).extracting(One::name).containsExactly("work");
  }
}
