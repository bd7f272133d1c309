package dev.keyport.domain.interaction;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.InterruptedByPersonException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A person reached by a program's own prompts; a page is told to them and not opened. */
final class PromptedPerson implements Interaction {
  private final Function<String, @Nullable String> line;
  private final Function<String, @Nullable Secret> secret;
  private final Consumer<String> told;

  PromptedPerson(
      Function<String, @Nullable String> line,
      Function<String, @Nullable Secret> secret,
      Consumer<String> told) {
    this.line = line;
    this.secret = secret;
    this.told = told;
  }

  private static <T> T answered(@Nullable T answer) {
    if (answer == null) {
      throw new InterruptedByPersonException("the question was not answered");
    }
    return answer;
  }

  @Override
  public boolean canAsk() {
    return true;
  }

  @Override
  public String ask(String question, Optional<String> preset) {
    String asked = question + preset.map(value -> " [" + value + "]").orElse("");
    String answer = answered(line.apply(asked)).strip();
    return answer.isEmpty() ? preset.orElse("") : answer;
  }

  @Override
  public Secret askSecret(String question) {
    return answered(secret.apply(question));
  }

  /** What is neither yes nor empty is a no. */
  @Override
  public boolean confirm(String question, boolean preset) {
    String answer = answered(line.apply(question + (preset ? " [Y/n]" : " [y/N]"))).strip();
    return answer.isEmpty() ? preset : answer.toLowerCase(Locale.ROOT).startsWith("y");
  }

  @Override
  public boolean canOpen(BrowserChoice browser) {
    return true;
  }

  @Override
  public void open(URI page, BrowserChoice browser) {
    told.accept("Log in on this page: " + page);
  }

  @Override
  public Waiting waitFor(String what, Duration atMost) {
    told.accept("Waiting for " + what + " (at most " + atMost.toMinutes() + " minutes)");
    return () -> {};
  }

  @Override
  public void tell(String message) {
    told.accept(message);
  }

  @Override
  public void warn(String message) {
    told.accept("warning: " + message);
  }
}
