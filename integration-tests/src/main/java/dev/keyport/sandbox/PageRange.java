package dev.keyport.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request's Range: {@code FIELD [']'FROM]..[TO][; max=N[,order=asc|desc]]}.
 *
 * @param field what the list is sorted by
 * @param exclusive whether FROM itself is left out, as {@code ]} asks
 * @param from where the page starts; empty for the beginning
 * @param to where the list ends; empty for its end
 * @param max most entries of the page
 * @param descending whether the order is turned round
 */
record PageRange(
    String field, boolean exclusive, String from, String to, int max, boolean descending) {

  private static final Pattern FORM =
      Pattern.compile("(\\w+)\\s+(]?)(.*?)\\.\\.([^;]*?)\\s*(?:;\\s*(.*))?");
  private static final Pattern SEPARATOR = Pattern.compile("[,;]");
  private static final Pattern MAX = Pattern.compile("max=(\\d{1,9})");

  /** Everything, sorted by the field. */
  static PageRange all(String field, int max) {
    return new PageRange(field, false, "", "", max, false);
  }

  /** Reads the header's value; empty when it is malformed or its numbers are out of bounds. */
  static Optional<PageRange> parse(String header, int defaultMax) {
    Matcher form = FORM.matcher(header.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    int max = defaultMax;
    boolean descending = false;
    for (String option : options(Optional.ofNullable(form.group(5)).orElse(""))) {
      Matcher number = MAX.matcher(option);
      if (number.matches()) {
        max = Integer.parseInt(number.group(1));
      } else if (option.equals("order=desc")) {
        descending = true;
      } else if (!option.equals("order=asc")) {
        return Optional.empty();
      }
    }
    if (max < 1 || max > Choices.MAX_PAGE_SIZE) {
      return Optional.empty();
    }
    boolean exclusive = !form.group(2).isEmpty();
    return Optional.of(
        new PageRange(
            form.group(1), exclusive, form.group(3), form.group(4).strip(), max, descending));
  }

  private static List<String> options(String text) {
    return SEPARATOR
        .splitAsStream(text)
        .map(String::strip)
        .filter(option -> !option.isEmpty())
        .toList();
  }

  /** Whether a value of the field is on this page or one after it. */
  boolean includes(String value) {
    int sign = descending ? -1 : 1;
    boolean afterFrom =
        from.isEmpty() || sign * value.compareTo(from) > 0 || (!exclusive && value.equals(from));
    return afterFrom && (to.isEmpty() || sign * value.compareTo(to) <= 0);
  }

  /** The Range that continues after an entry. */
  String after(String last) {
    return field + " ]" + last + ".." + to + "; max=" + max + (descending ? ",order=desc" : "");
  }
}
