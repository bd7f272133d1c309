package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.Streams;
import dev.keyport.cli.io.Table;
import dev.keyport.cli.wiring.Invocation;
import java.util.List;
import java.util.function.Function;

/** A list as a table that fits the terminal. */
final class Rows {
  private Rows() {}

  /**
   * Answers a row for each thing.
   *
   * @param cut the column that may be cut for want of room, counted from nought
   */
  static <T> void tell(
      Invocation invocation,
      Answer answer,
      List<T> things,
      int cut,
      Function<T, List<String>> cells) {
    Streams streams = invocation.streams();
    Table.of(
            things.stream().map(cells).toList(), cut, streams.width().columns(invocation.machine()))
        .forEach(answer::line);
  }
}
