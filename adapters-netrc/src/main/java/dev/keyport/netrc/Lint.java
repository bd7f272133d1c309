package dev.keyport.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What in a netrc breaks one of its many readers, though this one understands it. */
final class Lint {
  private final Netrc netrc;
  private final Path path;
  private final List<String> warnings = new ArrayList<>();

  Lint(Netrc netrc, Path path) {
    this.netrc = netrc;
    this.path = path;
  }

  List<String> warnings() {
    List<Entry> entries = netrc.entries();
    for (int i = 0; i < entries.size() - 1; i++) {
      if (entries.get(i).isDefault()) {
        add(entries.get(i).start(), "default is not last: curl and git never look further");
        break;
      }
    }
    return List.copyOf(warnings);
  }

  private void add(int at, String what) {
    warnings.add(path + ", line " + Lines.number(netrc.text(), at) + ": " + what);
  }
}
