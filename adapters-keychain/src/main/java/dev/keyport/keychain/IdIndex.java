package dev.keyport.keychain;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ids of what was written to a keychain that can't list, in a file without secrets: a line an
 * id, host and login with a blank between, each percent-encoded as in a URL's query.
 *
 * <p>Written under the {@link ProcessLock}; replaced whole, so that it may be read without it.
 */
final class IdIndex {
  private final Path folder;
  private final Path file;

  IdIndex(Path folder, String name) {
    this.folder = folder;
    this.file = folder.resolve(name);
  }

  /**
   * The ids, oldest first.
   *
   * @throws StoreException.Corrupt naming the line that can't be understood
   */
  List<CredentialId> read() {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new StoreException.Unavailable(
          "the list of keychain entries " + file + " can't be read", "see who may read it", e);
    }
    List<CredentialId> ids = new ArrayList<>();
    for (String line : lines) {
      ids.add(parse(line, ids.size() + 1));
    }
    return ids;
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
        file + ":" + line + ": not a host and a login",
        "remove the line; the keychain's entry itself stays");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Replaces the file by one with these ids. */
  void write(List<CredentialId> ids) {
    String text =
        ids.stream()
            .map(id -> encode(id.host().toString()) + " " + encode(id.login()) + "\n")
            .collect(Collectors.joining());
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      PrivateFiles.createFolder(folder);
      Files.deleteIfExists(next);
      try (FileChannel out =
          FileChannel.open(
              next,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PrivateFiles.mode("rw-------"))) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoreException.Unavailable(
          "the list of keychain entries " + file + " can't be written",
          "see that the folder can be written and the disk is not full",
          e);
    }
  }
}
