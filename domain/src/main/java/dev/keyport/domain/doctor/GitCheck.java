package dev.keyport.domain.doctor;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreSpec;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether git finds the login for its host, who is asked for it and in which order, and what in its
 * settings gets in the way. The values of settings are never told: they may hold secrets.
 *
 * <p>git's libcurl takes what the netrc has for a host unless the address names another user, and
 * sends it; credential helpers are asked where there is nothing, or it is refused
 * (gitcredentials(7) and CURLOPT_NETRC).
 */
public final class GitCheck implements Check {
  private static final String WANTED =
      "^(credential\\.(.*\\.)?helper|http\\.(.*\\.)?extraheader|url\\..*\\.(push)?insteadof)$";

  private final Programs programs;
  private final URI git;
  private final List<StoreSpec> stores;
  private final Machine machine;

  /**
   * @param programs runs git
   * @param git git over HTTPS
   * @param stores the ones in use
   * @param machine whose {@code NETRC} and home folder count
   */
  public GitCheck(Programs programs, URI git, List<StoreSpec> stores, Machine machine) {
    this.programs = programs;
    this.git = git;
    this.stores = List.copyOf(stores);
    this.machine = machine;
  }

  @Override
  public String id() {
    return "git";
  }

  @Override
  public String name() {
    return "git";
  }

  @Override
  public List<Finding> run() {
    Programs.Outcome version = programs.run("git", "--version");
    if (version instanceof Programs.Outcome.Missing) {
      return List.of(Finding.ok("git-missing", "not there; nothing of it to look at"));
    }
    if (!(version instanceof Programs.Outcome.Ended ended)) {
      return List.of(timeout());
    }
    Programs.Outcome told =
        programs.run("git", "config", "--null", "--show-origin", "--get-regexp", WANTED);
    if (!(told instanceof Programs.Outcome.Ended settings)) {
      return List.of(timeout());
    }
    // 1 says that there is none of these settings.
    if (settings.status() > 1) {
      return List.of(
          Finding.warning(
              "git-settings-unreadable",
              "it can't read its own settings",
              "git config --list names the file and line"));
    }
    return findings(ended.output().strip(), GitSettings.parse(settings.output()));
  }

  private static Finding timeout() {
    return Finding.warning("git-timeout", "it did not answer in time", "run: git --version");
  }

  private List<Finding> findings(String version, List<GitSettings.Setting> settings) {
    List<Finding> findings = new ArrayList<>();
    List<String> helpers = helpers(settings);
    NetrcUse netrc = NetrcUse.of(stores, machine);
    String known = version.replaceFirst("^git version ", "").replaceFirst(" .*", "");
    findings.add(Finding.ok("git-version", known));
    String asked = String.join(", then ", helpers);
    if (netrc == NetrcUse.HOME) {
      findings.add(
          Finding.ok(
              "git-netrc",
              "it takes the netrc's login for "
                  + git.getHost()
                  + (helpers.isEmpty() ? "" : ", and asks " + asked + " where that is refused")));
    } else if (helpers.isEmpty()) {
      findings.add(
          Finding.warning(
              "git-finds-nothing",
              "it reads the netrc in the home folder, the login is not there, and no helper is set"
                  + " for "
                  + git.getHost(),
              helperCommand()));
    } else {
      findings.add(Finding.ok("git-helper", "for " + git.getHost() + " it asks " + asked));
    }
    settings.forEach(setting -> inTheWay(setting).ifPresent(findings::add));
    return findings;
  }

  private String helperCommand() {
    return "git config --global credential."
        + git
        + ".helper '!f() { test \"$1\" = get && echo username=keyport && echo"
        + " \"password=$(keyport auth:token)\"; }; f'";
  }

  /** In the order they are asked; an empty one takes back those before it. */
  private List<String> helpers(List<GitSettings.Setting> settings) {
    List<String> helpers = new ArrayList<>();
    for (GitSettings.Setting setting : settings) {
      if (setting.key().equals("helper") && isFor(setting.subsection())) {
        if (setting.value().isBlank()) {
          helpers.clear();
        } else {
          helpers.add(helper(setting.value()) + " (" + setting.origin() + ")");
        }
      }
    }
    return helpers;
  }

  /** The name alone: arguments, and commands of the shell, may hold a secret. */
  private static String helper(String value) {
    String stripped = value.strip();
    if (stripped.startsWith("!")) {
      return stripped.startsWith("!heroku ") ? "the heroku CLI" : "a command of the shell";
    }
    return "the helper " + stripped.split("\\s", 2)[0];
  }

  private Optional<Finding> inTheWay(GitSettings.Setting setting) {
    if (setting.key().equals("extraheader")
        && isFor(setting.subsection())
        && setting.value().toLowerCase(Locale.ROOT).startsWith("authorization")) {
      return Optional.of(
          Finding.warning(
              "git-extra-header",
              "http.extraHeader in "
                  + setting.origin()
                  + " has git send a login of its own with every request to "
                  + git.getHost(),
              "take it out: git config --show-origin --get-all http.extraHeader tells where it"
                  + " stands; a section of its own address names it"));
    }
    if (setting.key().endsWith("insteadof") && concerns(setting.value())) {
      return Optional.of(
          Finding.warning(
              "git-address-rewritten",
              setting.origin()
                  + " has git go to "
                  + setting.subsection().map(GitCheck::hostOf).orElse("another address")
                  + " in place of "
                  + git.getHost()
                  + ": the login of that one is not looked for",
              "take the url section out of " + setting.origin()));
    }
    return Optional.empty();
  }

  /** Whether addresses of the git host begin with this, or it is one of them. */
  private boolean concerns(String prefix) {
    String address = git + "/";
    return !prefix.isEmpty() && (address.startsWith(prefix) || prefix.startsWith(address));
  }

  /** Whether a section with this address in its name is about the git host. */
  private boolean isFor(Optional<String> address) {
    return address.isEmpty() || hostOf(address.get()).equals(hostOf(git.toString()));
  }

  /** The host and port, without a user or password. */
  private static String hostOf(String address) {
    try {
      return Host.of(new URI(address)).toString();
    } catch (URISyntaxException | UsageException e) {
      return "another address";
    }
  }
}
