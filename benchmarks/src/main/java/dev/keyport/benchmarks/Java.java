package dev.keyport.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process of the Java that runs this one, on the same class path. */
final class Java {
  private Java() {}

  static List<String> words(List<String> flags, Class<?> main, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    words.add("-XX:-UsePerfData");
    words.add("-XX:TieredStopAtLevel=1");
    words.add("-XX:+UseSerialGC");
    words.addAll(flags);
    words.add("-cp");
    words.add(System.getProperty("java.class.path", ""));
    words.add(main.getName());
    words.addAll(List.of(arguments));
    return words;
  }
}
