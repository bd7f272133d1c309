package dev.keyport.files;

import dev.keyport.domain.configuration.ForeignAccounts;
import dev.keyport.domain.configuration.SkippedAccount;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The accounts of the heroku CLI's {@code accounts} commands, once the plugin heroku-accounts: a
 * file each in {@code ~/.heroku/accounts}, or in {@code ~/.config/heroku/accounts} where there is
 * no {@code ~/.heroku}. A file must be a plain one that is the person's own and writable by nobody
 * else. A symbolic link {@code current} names the account in use; no other is followed.
 */
public final class HerokuAccountsFolder implements ForeignAccounts {
  private static final String CURRENT = "current";

  private final Path folder;
  private final FileReader reader;
  private final Consumer<String> notices;

  /**
   * @param machine whose home folder is looked in
   * @param notices is told of a file that others can read
   */
  public HerokuAccountsFolder(Machine machine, Consumer<String> notices) {
    this(machine, notices, CurrentUser.ofProcess());
  }

  HerokuAccountsFolder(Machine machine, Consumer<String> notices, CurrentUser user) {
    Path legacy = machine.home().resolve(".heroku");
    this.folder =
        (Files.exists(legacy) ? legacy : machine.home().resolve(".config").resolve("heroku"))
            .resolve("accounts");
    this.reader = new FileReader(user);
    this.notices = notices;
  }

  @Override
  public Found read() {
    List<One> accounts = new ArrayList<>();
    List<SkippedAccount> unreadable = new ArrayList<>();
    Optional<String> inUse = Optional.empty();
    for (Path file : files()) {
      String name = name(file);
      if (Files.isSymbolicLink(file)) {
        if (name.equals(CURRENT)) {
          inUse = target(file);
        } else {
          unreadable.add(
              new SkippedAccount(name, file + " is a symbolic link, which is not followed"));
        }
        continue;
      }
      try {
        read(name, file).ifPresent(accounts::add);
      } catch (StoreException.Unavailable | UsageException e) {
        unreadable.add(new SkippedAccount(name, reason(e)));
      }
    }
    return new Found(folder.toString(), accounts, unreadable, inUse);
  }

  /** Without those that programs other than the plugin leave, as {@code .DS_Store}; by name. */
  private Iterable<Path> files() {
    TreeSet<Path> files = new TreeSet<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        if (!name(file).startsWith(".")) {
          files.add(file);
        }
      }
    } catch (IOException e) {
      throw Failures.reading(folder, e);
    } catch (DirectoryIteratorException e) {
      throw Failures.reading(folder, Objects.requireNonNull(e.getCause(), "cause"));
    }
    return files;
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName(), "a file in a folder").toString();
  }

  private static Optional<String> target(Path link) {
    try {
      return Optional.ofNullable(Files.readSymbolicLink(link).getFileName()).map(Path::toString);
    } catch (IOException e) {
      // Only a remark is lost.
      return Optional.empty();
    }
  }

  private Optional<One> read(String name, Path file) {
    Optional<FileContent> content = reader.read(file);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    HerokuAccountText.Login login = HerokuAccountText.read(file, content.get().bytes());
    content.get().warnings().forEach(notices);
    return Optional.of(new One(name, file.toString(), login.login(), login.token()));
  }

  private static String reason(KeyportException e) {
    return e.message() + e.hint().map(hint -> "; " + hint).orElse("");
  }
}
