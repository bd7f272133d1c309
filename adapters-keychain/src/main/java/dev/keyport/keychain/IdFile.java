package dev.keyport.keychain;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import dev.keyport.files.DurableFile;
import dev.keyport.files.FileContent;
import dev.keyport.files.PrivateFiles;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ids in a file without secrets, 0600: a line an id, host and login with a blank between, each
 * percent-encoded as in a URL's query.
 *
 * <p>Replaced whole, so that it may be read at any time; who reads and then writes it holds the
 * keychain's lock.
 */
final class IdFile {
  private final Path folder;
  private final DurableFile file;

  /**
   * @param folder Keyport's state folder; made when it is missing
   * @param name the file's name there
   * @param timeout how long to wait for another that writes it
   */
  IdFile(Path folder, String name, Duration timeout) {
    this.folder = folder;
    this.file = new DurableFile(folder.resolve(name), () -> folder, timeout, notice -> {});
  }

  /**
   * The ids, oldest first.
   *
   * @throws StoreException.Corrupt naming the line that can't be understood
   */
  List<CredentialId> read() {
    String text =
        file.read()
            .map(FileContent::bytes)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    List<CredentialId> ids = new ArrayList<>();
    text.lines().forEach(line -> ids.add(parse(line, ids.size() + 1)));
    return List.copyOf(ids);
  }

  private CredentialId parse(String line, int number) {
    int blank = line.indexOf(' ');
    try {
      if (blank >= 0) {
        return new CredentialId(
            Host.parse(decode(line.substring(0, blank))), decode(line.substring(blank + 1)));
      }
    } catch (UsageException | IllegalArgumentException e) {
      throw corrupt(number);
    }
    throw corrupt(number);
  }

  private StoreException.Corrupt corrupt(int line) {
    return new StoreException.Corrupt(
        file.path() + ":" + line + ": not a host and a login",
        "remove the line; the keychain's entry itself stays");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Replaces what it holds by these ids. */
  void write(List<CredentialId> ids) {
    String text =
        ids.stream()
            .map(id -> encode(id.host().toString()) + " " + encode(id.login()) + "\n")
            .collect(Collectors.joining());
    try {
      PrivateFiles.createFolder(folder);
    } catch (IOException e) {
      throw new StoreException.Unavailable(
          "the folder of " + file.path() + " can't be made",
          "see that " + folder + " can be made and written",
          e);
    }
    file.update(before -> text.getBytes(StandardCharsets.UTF_8));
  }
}
