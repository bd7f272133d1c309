package dev.keyport.netrc;

import java.util.Arrays;

/** The numbers of many lines of one text: its line ends are looked for once. */
final class LineNumbers {
  private final int[] ends;

  LineNumbers(byte[] text) {
    int[] found = new int[16];
    int count = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i;
      }
    }
    this.ends = Arrays.copyOf(found, count);
  }

  /** The number of the line that a byte is on, counted from one; a line's LF is on it. */
  int at(int offset) {
    int index = Arrays.binarySearch(ends, offset);
    return (index < 0 ? -index - 1 : index) + 1;
  }
}
