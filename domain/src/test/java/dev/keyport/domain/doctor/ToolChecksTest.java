package dev.keyport.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What git, curl and the heroku CLI are found to do with the login. */
class ToolChecksTest {
  private static final String CANARY = "c4n4ry";
  private static final String HELPER = "credential.helper";

  /** Programs that answer what they are told to. */
  private static final class Scripted implements Programs {
    private final Map<String, Outcome> answers = new HashMap<>();

    Scripted with(String command, Outcome outcome) {
      answers.put(command, outcome);
      return this;
    }

    @Override
    public Optional<String> find(String name) {
      return answers.containsKey(name) ? Optional.of("/snap/bin/" + name) : Optional.empty();
    }

    @Override
    public Outcome run(String... command) {
      return answers.getOrDefault(command[0] + " " + command[1], new Outcome.Missing());
    }
  }

  private static Programs.Outcome said(String output) {
    return new Programs.Outcome.Ended(0, output);
  }

  private static Machine machine(String... environment) {
    return new Machine(
        environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]),
        Path.of("/home/ann"),
        "Linux");
  }

  private static List<Finding> git(Programs programs, String stores) {
    return new GitCheck(
            programs, URI.create("https://git.heroku.com"), StoreSpec.parseList(stores), machine())
        .run();
  }

  private static Scripted git(String... settings) {
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < settings.length; i += 2) {
      told.append("file:/home/ann/.gitconfig\0")
          .append(settings[i])
          .append('\n')
          .append(settings[i + 1])
          .append('\0');
    }
    return new Scripted()
        .with("git --version", said("git version 2.39.5 (Apple)\n"))
        .with("git config", said(told.toString()));
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  @Test
  void aProgramThatIsMissingIsSaidAndIsNoFault() {
    assertThat(git(new Scripted(), "netrc"))
        .containsExactly(Finding.ok("git-missing", "not there; nothing of it to look at"));
    assertThat(curl(new Scripted(), "netrc", machine()))
        .containsExactly(Finding.ok("curl-missing", "not there; nothing of it to look at"));
    assertThat(heroku(Optional.empty(), "netrc", machine()))
        .extracting(Finding::level)
        .containsExactly(Level.OK);
  }

  @Test
  void aProgramThatHangsIsAWarning() {
    Programs hanging =
        new Scripted()
            .with("git --version", new Programs.Outcome.TimedOut())
            .with("curl --version", new Programs.Outcome.TimedOut());

    assertThat(codes(git(hanging, "netrc"))).containsExactly("git-timeout");
    assertThat(codes(curl(hanging, "netrc", machine()))).containsExactly("curl-timeout");
    Scripted halfway = git().with("git config", new Programs.Outcome.TimedOut());
    assertThat(codes(git(halfway, "netrc"))).containsExactly("git-timeout");
  }

  @Test
  void gitTakesTheNetrcAndThenAsksItsHelpersInOrder() {
    List<Finding> findings =
        git(
            git(
                HELPER,
                "forgotten",
                HELPER,
                "",
                HELPER,
                "store --file " + CANARY,
                "credential.https://git.heroku.com.helper",
                "!f() { echo password=" + CANARY + "; }; f",
                "credential.https://github.com.helper",
                "elsewhere"),
            "netrc");

    assertThat(codes(findings)).containsExactly("git-version", "git-netrc");
    assertThat(findings.get(0).what()).isEqualTo("2.39.5");
    assertThat(findings.get(1).what())
        .contains("the helper store (/home/ann/.gitconfig), then a command of the shell")
        .doesNotContain(CANARY, "forgotten", "elsewhere");
  }

  @Test
  void gitWithoutNetrcNeedsAHelper() {
    assertThat(git(git(), "keychain"))
        .last()
        .satisfies(
            found -> {
              assertThat(found.code()).isEqualTo("git-finds-nothing");
              assertThat(found.mend().orElseThrow())
                  .startsWith("git config --global credential.https://git.heroku.com.helper");
            });
    assertThat(codes(git(git(), "netrc:/elsewhere"))).contains("git-finds-nothing");
    assertThat(codes(git(git(HELPER, "libsecret"), "keychain"))).contains("git-helper");
  }

  @Test
  void gitSettingsThatGetInTheWayAreNamedWithoutTheirSecrets() {
    List<Finding> findings =
        git(
            git(
                "http.extraheader",
                "Authorization: Bearer " + CANARY,
                "http.https://github.com/.extraheader",
                "Authorization: Basic " + CANARY,
                "url.https://ann:" + CANARY + "@mirror.example/.insteadof",
                "https://git.heroku.com/",
                "url.ssh://git@github.com/.insteadof",
                "https://github.com/"),
            "netrc");

    assertThat(codes(findings))
        .containsExactly("git-version", "git-netrc", "git-extra-header", "git-address-rewritten");
    assertThat(findings.toString()).contains("mirror.example").doesNotContain(CANARY);
  }

  @Test
  void gitThatCannotReadItsSettingsIsAWarning() {
    Scripted broken = git().with("git config", new Programs.Outcome.Ended(128, CANARY));

    assertThat(codes(git(broken, "netrc"))).containsExactly("git-settings-unreadable");
    assertThat(codes(git(git().with("git config", new Programs.Outcome.Ended(1, "")), "netrc")))
        .containsExactly("git-version", "git-netrc");
  }

  private static List<Finding> curl(Programs programs, String stores, Machine machine) {
    return new CurlCheck(programs, StoreSpec.parseList(stores), machine).run();
  }

  private static Scripted curl(String version) {
    return new Scripted().with("curl --version", said("curl " + version + " (x86_64) libcurl/9\n"));
  }

  @Test
  void curlReadsTheNetrcThatItsVersionLooksFor() {
    Machine named = machine("NETRC", "/elsewhere");

    assertThat(codes(curl(curl("7.88.1"), "netrc", machine())))
        .containsExactly("curl-version", "curl-netrc");
    assertThat(codes(curl(curl("7.88.1"), "netrc", named))).contains("curl-ignores-netrc-variable");
    assertThat(codes(curl(curl("8.15.0"), "netrc", named))).contains("curl-ignores-netrc-variable");
    assertThat(codes(curl(curl("8.16.0"), "netrc", named))).contains("curl-netrc");
    assertThat(codes(curl(curl("8.16.0"), "netrc:~/.netrc", named)))
        .contains("curl-reads-other-netrc");
    assertThat(codes(curl(curl("9.0.0-DEV"), "keychain", machine())))
        .contains("curl-finds-nothing");
    assertThat(codes(curl(curl("8.5.0"), "netrc:/x", machine()))).contains("curl-finds-nothing");
    assertThat(codes(curl(curl("8.5.0").with("curl", said("")), "netrc", machine())))
        .contains("curl-snap");
    assertThat(codes(curl(curl("what"), "netrc", machine()))).containsExactly("curl-unknown");
  }

  private static List<Finding> heroku(Optional<HerokuCli> cli, String stores, Machine machine) {
    return new HerokuCliCheck(() -> cli, StoreSpec.parseList(stores), machine).run();
  }

  private static Optional<HerokuCli> heroku(String version, boolean keyring) {
    return Optional.of(new HerokuCli("/usr/bin/heroku", Optional.of(version), keyring));
  }

  @Test
  void theHerokuCliKeepsToItsKeyringFromElevenOn() {
    assertThat(codes(heroku(heroku("11.10.0", true), "netrc", machine())))
        .contains("heroku-cli-keyring");
    for (List<Finding> well :
        List.of(
            heroku(heroku("11.10.0", false), "netrc", machine()),
            heroku(heroku("8.11.5", true), "netrc", machine()),
            heroku(heroku("11.10.0", true), "keychain", machine()),
            heroku(heroku("11.10.0", true), "netrc", machine("HEROKU_NETRC_WRITE", "true")))) {
      assertThat(codes(well)).containsExactly("heroku-cli-found");
    }
  }

  @Test
  void theHerokuCliGoesToHerokuForAHostItDoesNotTake() {
    assertThat(
            codes(heroku(heroku("11.10.0", false), "netrc", machine("HEROKU_HOST", "x.example"))))
        .contains("heroku-cli-host");
    assertThat(
            codes(
                heroku(heroku("11.10.0", false), "netrc", machine("HEROKU_HOST", "herokudev.com"))))
        .containsExactly("heroku-cli-found");
  }
}
