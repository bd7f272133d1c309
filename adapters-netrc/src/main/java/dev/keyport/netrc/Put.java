package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Where one credential goes in a netrc, and whether it can.
 *
 * <p>Every entry of the host and login gets the new password, so that programs that take the first
 * and programs that take the last agree. Failing that, the only entry of the host is made the
 * login's. Where there are several, all of others, a new one goes before them; where there is none,
 * it goes where {@link NewEntries} says.
 */
final class Put {
  private final Netrc netrc;
  private final Host host;
  private final String login;
  private final List<Entry> targets;

  /**
   * @param sameHost the entries that its host has
   * @param credential its login is empty only where an entry without one is restored
   */
  Put(Netrc netrc, HostEntries sameHost, Credential credential) {
    this.netrc = netrc;
    this.host = credential.host();
    this.login = credential.login();
    List<Entry> ours = sameHost.withLogin(login);
    boolean takeOver = ours.isEmpty() && sameHost.all().size() == 1 && !login.isEmpty();
    this.targets = takeOver ? sameHost.all() : ours;
  }

  /**
   * Checks what can be checked without a file.
   *
   * @throws StoreException.Unrepresentable when a netrc can't hold the login or the secret
   */
  static void check(Credential credential) {
    ValueForm.check("login", credential.login().toCharArray());
    if (credential.login().indexOf(':') >= 0) {
      throw ValueForm.refused("login", "it has a colon, which HTTP Basic can't carry");
    }
    ValueForm.render("login", credential.login().getBytes(StandardCharsets.UTF_8));
    ValueForm.check("host", credential.host().toString().toCharArray());
    ValueForm.render("host", credential.host().toString().getBytes(StandardCharsets.UTF_8));
    credential
        .secret()
        .use(
            chars -> {
              ValueForm.check("password", chars);
              return true;
            });
    byte[] utf8 = credential.secret().revealUtf8();
    Arrays.fill(ValueForm.render("password", utf8), (byte) 0);
    Arrays.fill(utf8, (byte) 0);
  }

  /** The entries that are changed; none when a new one is made. */
  List<Entry> targets() {
    return targets;
  }

  /**
   * Checks what depends on the file.
   *
   * @throws StoreException.Unrepresentable when the file's encoding can't hold the value, or there
   *     is no entry for a host with a port
   */
  void checkFile(byte[] password) {
    checkEncoding("host", host.toString().getBytes(StandardCharsets.UTF_8));
    checkEncoding("login", login.getBytes(StandardCharsets.UTF_8));
    checkEncoding("password", password);
    if (targets.isEmpty() && host.port().isPresent()) {
      throw new StoreException.Unrepresentable(
          "a netrc knows no ports, and has no entry named " + host + " that could be updated",
          "save it for " + host.withoutPort());
    }
  }

  private void checkEncoding(String role, byte[] utf8) {
    boolean ascii = true;
    for (byte b : utf8) {
      ascii &= b >= 0;
    }
    if (!ascii && !netrc.charset().equals(StandardCharsets.UTF_8)) {
      throw new StoreException.Unrepresentable(
          "this netrc is not UTF-8, and a file of two encodings is refused by Python and Ruby: it"
              + " can't hold a "
              + role
              + " with characters outside ASCII",
          "convert the file to UTF-8 first");
    }
  }
}
