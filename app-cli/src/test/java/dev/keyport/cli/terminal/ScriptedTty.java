package dev.keyport.cli.terminal;

import dev.keyport.domain.credential.Secret;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A terminal whose person types these lines, and then ends the input. */
final class ScriptedTty implements Tty {
  final List<String> prompts = new ArrayList<>();
  private final Deque<String> lines;
  private @Nullable Size size;

  ScriptedTty(String... lines) {
    this.lines = new ArrayDeque<>(Arrays.asList(lines));
  }

  ScriptedTty sized(int rows, int columns) {
    size = new Size(rows, columns);
    return this;
  }

  @Override
  public void prompt(String text) {
    prompts.add(text);
  }

  @Override
  public Optional<Size> size() {
    return Optional.ofNullable(size);
  }

  @Override
  public Optional<String> readLine() {
    return Optional.ofNullable(lines.poll());
  }

  @Override
  public Optional<Secret> readHidden(String prompt) {
    prompt(prompt);
    return readLine().map(Secret::of);
  }
}
