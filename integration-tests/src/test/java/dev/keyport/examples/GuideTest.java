package dev.keyport.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages show the examples as they are compiled and run here, and nothing else. */
class GuideTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern REGION =
      Pattern.compile("(?m)^ *// begin: ([\\w-]+)\\n((?s:.*?))^ *// end: \\1\\n");
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");

  private static Map<String, String> regions() throws IOException {
    Map<String, String> regions = new LinkedHashMap<>();
    try (Stream<Path> files =
        Files.list(ROOT.resolve("integration-tests/src/test/java/dev/keyport/examples"))) {
      for (Path file : files.sorted().toList()) {
        Matcher region = REGION.matcher(Files.readString(file));
        while (region.find()) {
          // A last line that is empty would count as one without any indent.
          regions.put(region.group(1), region.group(2).stripTrailing().stripIndent() + "\n");
        }
      }
    }
    return regions;
  }

  private static List<String> blocks(String page) throws IOException {
    return BLOCK
        .matcher(Files.readString(ROOT.resolve(page)))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.toList());
  }

  @Test
  void whatTheGuideShowsIsWhatIsRun() throws IOException {
    assertThat(regions()).hasSizeGreaterThan(8);
    assertThat(blocks("docs/embedding.md")).containsExactlyInAnyOrderElementsOf(regions().values());
    assertThat(blocks("README.md")).isNotEmpty().isSubsetOf(regions().values());
  }
}
