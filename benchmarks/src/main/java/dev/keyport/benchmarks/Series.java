package dev.keyport.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a plot, and one row of its table.
 *
 * @param name who it is
 * @param samples by number of entries
 */
record Series(String name, Map<Integer, Samples> samples) {
  Series(String name) {
    this(name, new TreeMap<>());
  }
}
