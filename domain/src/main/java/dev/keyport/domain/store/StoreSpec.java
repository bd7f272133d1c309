package dev.keyport.domain.store;

import dev.keyport.domain.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Names a store: {@code scheme} or {@code scheme:argument}, as {@code netrc}, {@code
 * netrc:/home/ann/.netrc} or {@code helper:pass}.
 *
 * @param scheme the kind of store: lower-case letters, digits and hyphens
 * @param argument what follows the colon, without control characters; empty means the scheme's
 *     default
 */
public record StoreSpec(String scheme, String argument) {
  public StoreSpec {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(argument, "argument");
  }

  /**
   * Reads one spec.
   *
   * @throws UsageException when the scheme is empty or has other characters, or a colon is followed
   *     by nothing or by something with a control character
   */
  public static StoreSpec parse(String text) {
    String trimmed = text.strip();
    int colon = trimmed.indexOf(':');
    String scheme = colon < 0 ? trimmed : trimmed.substring(0, colon);
    String argument = colon < 0 ? "" : trimmed.substring(colon + 1);
    boolean legal = isScheme(scheme) && argument.chars().noneMatch(Character::isISOControl);
    if (!legal || (colon >= 0 && argument.isEmpty())) {
      throw new UsageException(
          "\"" + trimmed.replaceAll("\\p{Cntrl}", "?") + "\" names no store",
          "name one as netrc, netrc:/path/to/file or keychain");
    }
    return new StoreSpec(scheme, argument);
  }

  /** Whether it has a scheme's characters, and at least one. */
  static boolean isScheme(String text) {
    boolean legal = !text.isEmpty();
    for (int i = 0; legal && i < text.length(); i++) {
      char c = text.charAt(i);
      legal = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    return legal;
  }

  /**
   * Reads a list, {@code keychain,netrc}: read in order, written to the first.
   *
   * @return at least one spec
   * @throws UsageException when one can't be read or stands twice
   */
  public static List<StoreSpec> parseList(String text) {
    List<StoreSpec> specs = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      StoreSpec spec = parse(part);
      if (specs.contains(spec)) {
        throw new UsageException("the store " + spec + " stands twice in \"" + text.strip() + "\"");
      }
      specs.add(spec);
    }
    return List.copyOf(specs);
  }

  /** The argument, where there is one. */
  public Optional<String> optionalArgument() {
    return argument.isEmpty() ? Optional.empty() : Optional.of(argument);
  }

  @Override
  public String toString() {
    return argument.isEmpty() ? scheme : scheme + ":" + argument;
  }
}
