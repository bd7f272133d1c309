package dev.keyport.domain.interaction;

import dev.keyport.domain.credential.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The person at the other end, if there is one. Use cases reach people through this alone.
 *
 * <p>Used from one thread at a time.
 */
public interface Interaction {
  /**
   * A person reached by a program's own prompts, at a console or in a dialog. A page is told to
   * them, not opened.
   *
   * <pre>{@code
   * Interaction person =
   *     Interaction.asking(
   *         question -> console.readLine("%s: ", question),
   *         question -> Secret.copyOf(console.readPassword("%s: ", question)),
   *         console.writer()::println);
   * }</pre>
   *
   * @param line asks for a line of text; null means that the person stopped it
   * @param secret asks for a line that is not shown; null means that the person stopped it
   * @param told tells something, a sentence each
   */
  static Interaction asking(
      Function<String, @Nullable String> line,
      Function<String, @Nullable Secret> secret,
      Consumer<String> told) {
    return new PromptedPerson(
        Objects.requireNonNull(line, "line"),
        Objects.requireNonNull(secret, "secret"),
        Objects.requireNonNull(told, "told"));
  }

  /** Whether a question would reach somebody: the policy allows it and a terminal is there. */
  boolean canAsk();

  /**
   * Asks for a line of text.
   *
   * @param question what is asked, without the colon
   * @param preset what an empty answer stands for
   * @return the answer without blanks around it; empty only when it was and there is no preset
   * @throws dev.keyport.domain.error.UsageException when nobody can be asked
   * @throws dev.keyport.domain.error.InterruptedByPersonException when the input ends
   */
  String ask(String question, Optional<String> preset);

  /**
   * Asks for a secret, which is not shown as it is typed.
   *
   * @param question what is asked, without the colon
   * @return the line as typed
   * @throws dev.keyport.domain.error.UsageException when nobody can be asked
   * @throws dev.keyport.domain.error.InterruptedByPersonException when the input ends
   */
  Secret askSecret(String question);

  /**
   * Asks yes or no.
   *
   * @param preset what an empty answer stands for
   * @throws dev.keyport.domain.error.UsageException when nobody can be asked
   * @throws dev.keyport.domain.error.InterruptedByPersonException when the input ends
   */
  boolean confirm(String question, boolean preset);

  /**
   * Whether {@link #open} would bring a page before somebody. Telling its address always may: a
   * script's log has readers too.
   */
  boolean canOpen(BrowserChoice browser);

  /**
   * Brings a page before the person: opened in a browser, or its address told where none can be
   * opened.
   *
   * @param page its address; made by a service that is trusted, and shown to the person
   */
  void open(URI page, BrowserChoice browser);

  /**
   * Tells that something is waited for until it is closed, and how long at most.
   *
   * @param what as {@code the login in the browser}
   */
  Waiting waitFor(String what, Duration atMost);

  /** Being waited for. */
  interface Waiting extends AutoCloseable {
    /** It is over, one way or the other. */
    @Override
    void close();
  }

  /** Tells how things go, apart from the answer. */
  void tell(String message);

  /** Tells what the person should know or mend, though the call goes on. */
  void warn(String message);
}
