package dev.keyport.testkit;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person who answers as scripted. A question that no answer is left for fails the test; so does
 * any question where nobody is there.
 *
 * <p>Used from one thread.
 */
public final class ScriptedPerson implements Interaction {
  private final boolean present;
  private final Map<String, Deque<String>> answers = new HashMap<>();
  private final List<URI> opened = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> warned = new ArrayList<>();

  private ScriptedPerson(boolean present) {
    this.present = present;
  }

  /** Somebody at a terminal. */
  public static ScriptedPerson atTerminal() {
    return new ScriptedPerson(true);
  }

  /** Nobody: no terminal, or none allowed. */
  public static ScriptedPerson absent() {
    return new ScriptedPerson(false);
  }

  /**
   * Queues answers to this question, one for each time that it is asked. Yes and no are {@code yes}
   * and {@code no}; an empty answer takes the preset.
   */
  public ScriptedPerson answers(String question, String... inOrder) {
    answers.computeIfAbsent(question, key -> new ArrayDeque<>()).addAll(List.of(inOrder));
    return this;
  }

  /** The pages opened so far, by whichever browser. */
  public List<URI> opened() {
    return List.copyOf(opened);
  }

  /** The questions asked so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** What was told so far. */
  public List<String> told() {
    return List.copyOf(told);
  }

  /** What was warned of so far. */
  public List<String> warned() {
    return List.copyOf(warned);
  }

  private String answer(String question) {
    if (!present) {
      throw new AssertionError("nobody is there and was asked: " + question);
    }
    asked.add(question);
    String answer = answers.getOrDefault(question, new ArrayDeque<>()).poll();
    if (answer == null) {
      throw new AssertionError("no answer is scripted for: " + question);
    }
    return answer;
  }

  @Override
  public boolean canAsk() {
    return present;
  }

  @Override
  public String ask(String question, Optional<String> preset) {
    String answer = answer(question).strip();
    return answer.isEmpty() ? preset.orElse("") : answer;
  }

  @Override
  public Secret askSecret(String question) {
    return Secret.of(answer(question));
  }

  @Override
  public boolean confirm(String question, boolean preset) {
    String answer = answer(question);
    return answer.isEmpty() ? preset : answer.equals("yes");
  }

  @Override
  public boolean canOpen(BrowserChoice browser) {
    return present || browser instanceof BrowserChoice.None;
  }

  @Override
  public void open(URI page, BrowserChoice browser) {
    opened.add(page);
  }

  @Override
  public Waiting waitFor(String what, Duration atMost) {
    told.add("waiting for " + what);
    return () -> told.add("waited for " + what);
  }

  @Override
  public void tell(String message) {
    told.add(message);
  }

  @Override
  public void warn(String message) {
    warned.add(message);
  }
}
