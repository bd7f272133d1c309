package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Says after a save who will not find, or will misread, what was written. */
final class SaveNotices {
  private final NetrcLocation location;
  private final Consumer<String> notices;
  private final AtomicBoolean placeTold = new AtomicBoolean();

  SaveNotices(NetrcLocation location, Consumer<String> notices) {
    this.location = location;
    this.notices = notices;
  }

  /** Tells each thing once, however many hosts have the value. */
  void saved(Collection<Credential> credentials) {
    Set<String> said = new LinkedHashSet<>();
    for (Credential credential : credentials) {
      add(said, "login", Misreadings.of(credential.login().toCharArray()));
      add(said, "password", credential.secret().use(Misreadings::of));
    }
    said.forEach(notices);
    if (!placeTold.getAndSet(true)) {
      tellOfPlace();
    }
  }

  private void add(Set<String> said, String role, List<String> clauses) {
    if (!clauses.isEmpty()) {
      said.add(
          "the "
              + role
              + " in "
              + location.path()
              + " is misread by some programs: "
              + String.join("; ", clauses));
    }
  }

  private void tellOfPlace() {
    if (location.origin() == NetrcLocation.Origin.VARIABLE) {
      notices.accept(
          "NETRC names "
              + location.path()
              + ": git and older curls (7.88 of Debian 12) ignore that variable and read the"
              + " netrc of the home folder");
    }
    if (location.encrypted()) {
      notices.accept(
          location.path()
              + " is encrypted: the Heroku CLI and git-credential-netrc read it, curl and git by"
              + " itself do not");
    }
    location
        .encryptedBeside()
        .ifPresent(
            encrypted ->
                notices.accept(
                    encrypted
                        + " is there too: the Heroku CLI and git-credential-netrc read that and"
                        + " not "
                        + location.path()));
  }
}
