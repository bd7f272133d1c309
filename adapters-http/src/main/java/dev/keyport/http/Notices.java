package dev.keyport.http;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Hands on what the API warns of in its answers' headers, each text once. */
final class Notices {
  private static final int MAX_TEXTS = 100;
  private static final String PREFIX = "warning:";

  private final Consumer<String> reader;
  private final Set<String> seen = Collections.synchronizedSet(new LinkedHashSet<>());

  Notices(Consumer<String> reader) {
    this.reader = reader;
  }

  void of(ApiAnswer answer) {
    answer.headers("X-Heroku-Warning").forEach(text -> tell(answer.secrets().clean(text)));
    answer.headers("Warning-Message").forEach(text -> tell(answer.secrets().clean(text)));
  }

  private void tell(String text) {
    String bare =
        text.toLowerCase(Locale.ROOT).startsWith(PREFIX)
            ? text.substring(PREFIX.length()).strip()
            : text;
    if (!bare.isEmpty() && seen.size() < MAX_TEXTS && seen.add(bare)) {
      reader.accept(bare);
    }
  }
}
