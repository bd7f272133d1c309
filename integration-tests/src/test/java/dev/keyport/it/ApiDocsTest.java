package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Javadoc tool, run without its group "missing", would let pass: it asks for a tag for
 * whatever prose has said already, and these alone are asked for here.
 */
class ApiDocsTest {
  @Test
  void everythingThatOthersSeeHasComment() throws IOException {
    List<PublishedSources> modules = PublishedSources.all();

    assertThat(modules)
        .extracting(PublishedSources::name)
        .contains(
            "domain",
            "adapters-files",
            "adapters-netrc",
            "adapters-keychain",
            "adapters-http",
            "adapters-jgit");
    for (PublishedSources module : modules) {
      assertThat(DocComments.missing(module.sources())).as(module.name()).isEmpty();
    }
  }

  @Test
  void examplesCompile(@TempDir Path folder) throws IOException {
    List<Path> examples = DocExamples.write(PublishedSources.all(), folder);
    StringWriter said = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      compiler
          .getTask(
              said,
              manager,
              null,
              List.of("-proc:none", "-d", folder.toString()),
              null,
              manager.getJavaFileObjectsFromPaths(examples))
          .call();
    }

    assertThat(examples).hasSizeGreaterThanOrEqualTo(6);
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void typesThatThePageOnVersioningNamesExist() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "versioning.md"));
    Path kit = Path.of("..", "domain", "src", "test", "java", "dev", "keyport", "testkit");
    Stream<String> published =
        PublishedSources.all().stream()
            .flatMap(module -> module.sources().stream())
            .map(source -> source.getFileName().toString());
    List<String> files =
        Stream.concat(published, Stream.of(kit.toFile().list())).distinct().toList();

    assertThat(
            Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`")
                .matcher(page)
                .results()
                .map(name -> name.group(1) + ".java"))
        .hasSizeGreaterThan(10)
        .isSubsetOf(files);
  }

  @Test
  void whatHasNoneIsFound(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("Sample.java"),
            """
            public class Sample {
              public static final int NUMBER = 1;
              /***/ protected void empty() {}
              /** One. */ public void one() {}
              public Sample(int a) {}
              @Override public String toString() { return ""; }
              void inside() {}
              class Inside { public void in() {} }
              /** One. */ public interface Port { void call(); private void own() {} }
              /** One.
               * @param first said */
              public record Pair(int first, int second) {
                public Pair {}
                public Pair(int only) { this(only, only); }
              }
              /** One. */ public enum Kind { A, /** One. */ B }
            }
            """);

    assertThat(DocComments.missing(List.of(file)))
        .extracting(found -> found.replace("Sample.java: ", ""))
        .containsExactly(
            "Sample",
            "Sample.NUMBER",
            "Sample.empty",
            "Sample.<init>",
            "Port.call",
            "Pair(second)",
            "Pair.<init>",
            "Kind.A");
  }
}
