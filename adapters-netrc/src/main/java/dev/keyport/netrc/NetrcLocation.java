package dev.keyport.netrc;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which file is meant.
 *
 * @param path absolute
 * @param origin who named it
 */
record NetrcLocation(Path path, Origin origin) {
  enum Origin {
    /** The spec's argument, or an embedder: this file and no other. */
    ARGUMENT,
    /** The variable {@code NETRC}. */
    VARIABLE,
    /** Nobody: the usual one in the home folder. */
    HOME
  }

  private static final String VARIABLE = "NETRC";
  private static final String DOTTED = ".netrc";
  private static final String WINDOWS = "_netrc";
  private static final String ENCRYPTED = ".gpg";

  /**
   * The file of a spec's argument; else of {@code NETRC}, which Ruby's netrc gem takes for the
   * folder that holds it and everyone else for the file; else the one in the home folder. Where
   * nobody said which, the encrypted file beside it is meant when there is no plain one.
   *
   * @throws UsageException when a name is no path
   */
  static NetrcLocation of(Optional<String> argument, Machine machine) {
    if (argument.isPresent()) {
      return new NetrcLocation(path(argument.get(), "netrc:", machine), Origin.ARGUMENT);
    }
    Optional<String> variable = machine.variable(VARIABLE);
    if (variable.isPresent()) {
      Path named = path(variable.get(), VARIABLE + "=", machine);
      Path plain = Files.isDirectory(named) ? named.resolve(DOTTED) : named;
      return new NetrcLocation(existing(plain).orElse(plain), Origin.VARIABLE);
    }
    return new NetrcLocation(inHome(machine), Origin.HOME);
  }

  /**
   * On Windows curl, and git with it, look for {@code .netrc} first and then for {@code _netrc};
   * Python looks for the first alone, Ruby's gem and the Heroku CLI for the second alone. So the
   * first where someone made one, and otherwise the one that is usual there.
   */
  private static Path inHome(Machine machine) {
    Path dotted = machine.home().resolve(DOTTED).toAbsolutePath();
    if (!machine.isWindows() || Files.exists(dotted)) {
      return existing(dotted).orElse(dotted);
    }
    Path usual = dotted.resolveSibling(WINDOWS);
    return existing(usual).or(() -> existing(dotted)).orElse(usual);
  }

  /** This file, or the encrypted one in its place; empty when there is neither. */
  private static Optional<Path> existing(Path plain) {
    if (Files.exists(plain)) {
      return Optional.of(plain);
    }
    return Optional.of(encrypted(plain)).filter(Files::exists);
  }

  private static Path encrypted(Path plain) {
    return plain.resolveSibling(plain.getFileName() + ENCRYPTED);
  }

  private static Path path(String text, String prefix, Machine machine) {
    try {
      Path path = text.startsWith("~/") ? machine.home().resolve(text.substring(2)) : Path.of(text);
      // One spelling for one file: what is known of its logins is kept by this name.
      return path.toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UsageException(
          prefix + " is not followed by a path: " + e.getReason(), "name a file, as ~/.netrc");
    }
  }

  /** Whether it is encrypted, which its name says: as Ruby's netrc gem and others tell it. */
  boolean encrypted() {
    return String.valueOf(path.getFileName()).endsWith(ENCRYPTED);
  }

  /**
   * The encrypted file beside this plain one, which the Heroku CLI and git-credential-netrc prefer;
   * empty where there is none.
   */
  Optional<Path> encryptedBeside() {
    return encrypted() ? Optional.empty() : Optional.of(encrypted(path)).filter(Files::exists);
  }
}
