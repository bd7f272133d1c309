package dev.keyport.domain.doctor;

import java.util.Objects;
import java.util.Optional;

/**
 * The heroku CLI of this machine, looked at without running it: its first run would leave a process
 * behind that updates it.
 *
 * @param program where it is
 * @param version as 11.10.0; empty where its files don't tell
 * @param keyring whether {@code secret-tool} is there, through which it uses the desktop's keyring
 */
public record HerokuCli(String program, Optional<String> version, boolean keyring) {
  public HerokuCli {
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(version, "version");
  }
}
