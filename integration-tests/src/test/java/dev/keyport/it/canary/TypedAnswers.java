package dev.keyport.it.canary;

import dev.keyport.it.verbs.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Types an answer as soon as its prompt is on the screen of a process at a terminal. */
final class TypedAnswers {
  private final Deque<Map.Entry<String, String>> left = new ArrayDeque<>();
  private final StringBuilder screen = new StringBuilder();

  /** Types this once the prompt is there; prompts come in the order they are added. */
  TypedAnswers on(String prompt, String answer) {
    left.add(Map.entry(prompt, answer));
    return this;
  }

  /** Reads what is on the screen now, and answers it. */
  void type(Process process) {
    try {
      read(process.getInputStream());
      Map.Entry<String, String> next = left.peek();
      if (next != null && screen.indexOf(next.getKey()) >= 0) {
        left.remove();
        process.getOutputStream().write((next.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(InputStream output) throws IOException {
    int ready = output.available();
    if (ready > 0) {
      screen.append(new String(output.readNBytes(ready), StandardCharsets.UTF_8));
    }
  }

  /** What came of it; all that was on the screen is its stdout. */
  Command.Ended ended(Process process) {
    try {
      screen.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return new Command.Ended(process.exitValue(), screen.toString(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
