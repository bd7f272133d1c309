package dev.keyport.netrc;

import dev.keyport.domain.credential.Host;
import java.nio.file.Path;
import java.util.Optional;

/** What in a netrc looks like a host's credential and is none, by line. */
final class Incomplete {
  private final Netrc netrc;
  private final Path path;

  Incomplete(Netrc netrc, Path path) {
    this.netrc = netrc;
    this.path = path;
  }

  Optional<String> of(Host host) {
    return entryWithoutPassword(host).or(this::passwordWithoutEntry);
  }

  private Optional<String> entryWithoutPassword(Host host) {
    return netrc.entriesOf(host).stream()
        .filter(entry -> entry.password().isEmpty())
        .findFirst()
        .map(entry -> at(entry.start()) + "the entry has no password");
  }

  private Optional<String> passwordWithoutEntry() {
    return netrc.strayWords().stream()
        .filter(word -> Keyword.of(netrc.text(), word) == Keyword.PASSWORD)
        .findFirst()
        .map(
            word ->
                at(word.start())
                    + "the password belongs to no machine; put the line under the one it is for");
  }

  private String at(int offset) {
    return path + ", line " + Lines.number(netrc.text(), offset) + ": ";
  }
}
