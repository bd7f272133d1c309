package dev.keyport.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Milliseconds against entries, both axes logarithmic, as an SVG for light and dark pages. */
final class Plot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;
  private static final int LEFT = 80;
  private static final int RIGHT = 220;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final int LABEL_HEIGHT = 15;

  /** Told apart by most of the colour-blind, and seen on white as on black. */
  private static final List<String> COLOURS =
      List.of("#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a8a8a");

  private static final String STYLE =
      """
      <style>
        svg { background: #fff; color: #222 }
        @media (prefers-color-scheme: dark) { svg { background: #0d1117; color: #ddd } }
        text { font: 12px sans-serif; fill: currentColor }
        .grid { stroke: currentColor; stroke-opacity: .15 }
        .line { fill: none; stroke-width: 2 }
      </style>
      """;

  private final String title;
  private final List<Series> all;
  private final StringBuilder svg = new StringBuilder();
  private int mostDecades;
  private int lowest;
  private int highest;

  Plot(String title, List<Series> all) {
    this.title = title;
    this.all =
        all.stream()
            .filter(series -> series.samples().values().stream().anyMatch(Samples::isThere))
            .toList();
  }

  String svg() {
    range();
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img'>%n<title>%s</title>%n",
        WIDTH, HEIGHT, title);
    svg.append(STYLE);
    add("<text x='%d' y='24' style='font-weight:bold'>%s</text>%n", LEFT, title);
    grid();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      labels.add(line(all.get(i), COLOURS.get(i % COLOURS.size())));
    }
    place(labels);
    return svg.append("</svg>\n").toString();
  }

  private void range() {
    lowest = Integer.MAX_VALUE;
    highest = Integer.MIN_VALUE;
    for (Series series : all) {
      for (Map.Entry<Integer, Samples> at : series.samples().entrySet()) {
        if (at.getValue().isThere()) {
          double decade = Math.log10(at.getValue().best());
          lowest = Math.min(lowest, (int) Math.floor(decade));
          highest = Math.max(highest, (int) Math.ceil(decade));
          mostDecades = Math.max(mostDecades, (int) Math.ceil(Math.log10(at.getKey())));
        }
      }
    }
    mostDecades = Math.max(mostDecades, 1);
    highest = Math.max(highest, lowest + 1);
  }

  private void grid() {
    for (int decade = lowest; decade <= highest; decade++) {
      double y = y(Math.pow(10, decade));
      add("<path class='grid' d='M%d %.1fH%d'/>%n", LEFT, y, WIDTH - RIGHT);
      String label = decade < 0 ? "%." + -decade + "f ms" : "%,.0f ms";
      add(
          "<text x='%d' y='%.1f' text-anchor='end'>%s</text>%n",
          LEFT - 8, y + 4, String.format(Locale.ROOT, label, Math.pow(10, decade)));
    }
    for (int decade = 0; decade <= mostDecades; decade++) {
      double x = x(Math.pow(10, decade));
      add("<path class='grid' d='M%.1f %dV%d'/>%n", x, TOP, HEIGHT - BOTTOM);
      add(
          "<text x='%.1f' y='%d' text-anchor='middle'>%,.0f</text>%n",
          x, HEIGHT - BOTTOM + 18, Math.pow(10, decade));
    }
    add(
        "<text x='%d' y='%d' text-anchor='middle'>entries in the file</text>%n",
        (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10);
  }

  private Label line(Series series, String colour) {
    List<String> points = new ArrayList<>();
    double lastY = 0;
    for (Map.Entry<Integer, Samples> at : series.samples().entrySet()) {
      if (at.getValue().isThere()) {
        double x = x(at.getKey());
        lastY = y(at.getValue().best());
        points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, lastY));
        add("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>%n", x, lastY, colour);
      }
    }
    add("<polyline class='line' stroke='%s' points='%s'/>%n", colour, String.join(" ", points));
    return new Label(series.name(), colour, lastY);
  }

  /** A name at the right edge, at the height where its line ends. */
  private record Label(String name, String colour, double y) {}

  /** From the top down, each below the one before. */
  private void place(List<Label> labels) {
    double next = TOP;
    for (Label label : labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList()) {
      double y = Math.max(label.y(), next);
      add("<circle cx='%d' cy='%.1f' r='4' fill='%s'/>%n", WIDTH - RIGHT + 16, y, label.colour());
      add("<text x='%d' y='%.1f'>%s</text>%n", WIDTH - RIGHT + 26, y + 4, label.name());
      next = y + LABEL_HEIGHT;
    }
  }

  private double x(double entries) {
    return LEFT + Math.log10(entries) / mostDecades * (WIDTH - LEFT - RIGHT);
  }

  private double y(double millis) {
    double part = (Math.log10(millis) - lowest) / (highest - lowest);
    return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
