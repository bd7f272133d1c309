package dev.keyport.netrc;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * Stretches of a file as pairs of offsets in one array: eight bytes each, where a list of objects
 * takes forty.
 */
final class Spans {
  private int[] offsets = {};
  private int used;

  /**
   * @param start its first byte
   * @param end the byte after its last
   */
  void add(int start, int end) {
    if (used == offsets.length) {
      offsets = Arrays.copyOf(offsets, Math.max(16, used + used / 4 * 2));
    }
    offsets[used] = start;
    offsets[used + 1] = end;
    used += 2;
  }

  int size() {
    return used / 2;
  }

  int start(int index) {
    return offsets[2 * index];
  }

  int end(int index) {
    return offsets[2 * index + 1];
  }

  /** A list whose elements are made, anew each time, when they are asked for. */
  <T> List<T> list(IntFunction<T> element) {
    return new OnDemand<>(size(), element);
  }

  private static final class OnDemand<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<T> element;

    OnDemand(int size, IntFunction<T> element) {
      this.size = size;
      this.element = element;
    }

    @Override
    public T get(int index) {
      if (index < 0 || index >= size) {
        throw new IndexOutOfBoundsException(index);
      }
      return element.apply(index);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
