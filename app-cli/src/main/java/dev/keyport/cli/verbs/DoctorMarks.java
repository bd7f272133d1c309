package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Hue;
import dev.keyport.domain.doctor.Level;
import dev.keyport.domain.settings.Machine;
import java.util.Locale;
import java.util.stream.Stream;

/** How {@code doctor} shows a level: a mark and a word, so that no colour is needed. */
final class DoctorMarks {
  private final boolean unicode;
  private final boolean colored;

  private DoctorMarks(boolean unicode, boolean colored) {
    this.unicode = unicode;
    this.colored = colored;
  }

  /** For a terminal whose locale has UTF-8, or has not. */
  static DoctorMarks of(Machine machine, boolean colored) {
    return new DoctorMarks(isUtf8(machine), colored);
  }

  /** The first of these variables that is set counts, by POSIX; Windows has none of them. */
  private static boolean isUtf8(Machine machine) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .flatMap(name -> machine.variable(name).stream())
        .findFirst()
        .map(locale -> locale.toUpperCase(Locale.ROOT).replace("-", ""))
        .filter(locale -> locale.contains("UTF8"))
        .isPresent();
  }

  /** The mark and the word. */
  String lead(Level level) {
    return switch (level) {
      case OK -> (unicode ? "\u2713" : "+") + " ok";
      case WARNING -> "! warning";
      case FAILURE -> (unicode ? "\u2717" : "x") + " failure";
    };
  }

  /** The colour, or none. */
  Hue hue(Level level) {
    if (!colored) {
      return Hue.NONE;
    }
    return switch (level) {
      case OK -> Hue.GREEN;
      case WARNING -> Hue.YELLOW;
      case FAILURE -> Hue.RED;
    };
  }
}
