package dev.keyport.cli.io;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Text in columns. */
public final class Table {
  private static final int GAP = 2;
  private static final String CUT = "…";

  /** What a cell is never cut below: so much of a description still tells which one it is. */
  private static final int SENSIBLE = 12;

  private Table() {}

  /** The rows as lines, each column as wide as its widest cell, two blanks between. */
  public static List<String> of(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /**
   * The same, no wider than the terminal: the cells of one column are cut to what room is left
   * beside the others, which are not. In a terminal too narrow for a sensible width of it, lines
   * are wider.
   *
   * @param column the column whose cells may be cut, counted from nought
   * @param width how wide a line may be, in characters; empty for any width
   */
  public static List<String> of(List<List<String>> rows, int column, OptionalInt width) {
    if (width.isEmpty()) {
      return of(rows);
    }
    int others =
        of(rows.stream().map(row -> without(row, column)).toList()).stream()
            .mapToInt(Table::length)
            .max()
            .orElse(0);
    int room = Math.max(SENSIBLE, width.getAsInt() - others);
    return of(rows.stream().map(row -> cut(row, column, room)).toList());
  }

  /** With an empty cell in that place, for the gap beside it. */
  private static List<String> without(List<String> row, int column) {
    List<String> rest = new ArrayList<>(row);
    rest.set(column, "");
    if (column == row.size() - 1) {
      // A line's end is stripped, and the gap before its last cell with it.
      rest.set(column - 1, rest.get(column - 1) + " ".repeat(GAP - 1) + "|");
      rest.remove(column);
    }
    return rest;
  }

  private static List<String> cut(List<String> row, int column, int room) {
    List<String> fitting = new ArrayList<>(row);
    String cell = row.get(column);
    if (length(cell) > room) {
      int end = cell.offsetByCodePoints(0, room - 1);
      fitting.set(column, cell.substring(0, end).stripTrailing() + CUT);
    }
    return fitting;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      line.append(cell);
      if (i + 1 < row.size()) {
        line.append(" ".repeat(widths[i] - length(cell) + GAP));
      }
    }
    return line.toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
