package dev.keyport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of one section, in Markdown, and its plots beside it. */
final class Report {
  private final Path images;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param images the folder for plots, which the report refers to by its name
   */
  Report(Path images) {
    this.images = images;
  }

  void paragraph(String words) {
    text.append(words).append("\n\n");
  }

  void table(List<String> head, List<List<String>> rows) {
    row(head);
    row(head.stream().map(cell -> cell.equals(head.get(0)) ? "---" : "---:").toList());
    rows.forEach(this::row);
    text.append('\n');
  }

  private void row(List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Best and median of each, a column for each number of entries. */
  void table(String corner, List<Integer> sizes, List<Series> all) {
    List<String> head = new ArrayList<>(List.of(corner));
    sizes.forEach(size -> head.add(String.format(Locale.ROOT, "%,d", size)));
    List<List<String>> rows = new ArrayList<>();
    for (Series series : all) {
      List<String> row = new ArrayList<>(List.of(series.name()));
      sizes.forEach(
          size -> {
            Samples samples = series.samples().get(size);
            row.add(samples == null ? "" : samples.cell());
          });
      rows.add(row);
    }
    table(head, rows);
  }

  void plot(String file, String title, List<Series> all) throws IOException {
    Files.createDirectories(images);
    Files.writeString(images.resolve(file), new Plot(title, all).svg());
    text.append("![").append(title).append("](").append(images.getFileName());
    text.append('/').append(file).append(")\n\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
