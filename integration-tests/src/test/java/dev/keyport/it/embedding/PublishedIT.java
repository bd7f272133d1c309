package dev.keyport.it.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is published is whole, and stands alone. */
class PublishedIT {
  private static final Pattern PLUGIN =
      Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s+<version>([^<]+)</version>");
  private static final List<String> MODULES =
      List.of(
          "keyport-domain",
          "keyport-files",
          "keyport-http",
          "keyport-jgit",
          "keyport-keychain",
          "keyport-netrc");

  @Test
  void itIsTheModulesOfTheBom() throws IOException {
    String bom = Files.readString(Published.root().resolve("bom/pom.xml"));

    assertThat(Published.all())
        .extracting(Published::name)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(MODULES.stream(), Stream.of("keyport-bom")).toList());
    assertThat(MODULES)
        .allSatisfy(name -> assertThat(bom).contains("<artifactId>" + name + "</artifactId>"));
  }

  @Test
  void modulesShowWhatEmbeddersUse() throws IOException {
    Map<String, Set<String>> shown = new TreeMap<>();
    for (Published artifact : Published.all()) {
      for (Path jar : artifact.jars()) {
        ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
        shown.put(
            module.name(),
            module.isAutomatic()
                ? module.packages()
                : module.exports().stream()
                    .filter(exported -> !exported.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet()));
      }
    }

    assertThat(shown.remove("dev.keyport.domain"))
        .contains("dev.keyport.domain", "dev.keyport.domain.store")
        .doesNotContain("dev.keyport.domain.provider");
    assertThat(shown)
        .isEqualTo(
            Map.of(
                "dev.keyport.files", Set.of(),
                "dev.keyport.http", Set.of("dev.keyport.http", "dev.keyport.http.okhttp"),
                "dev.keyport.jgit", Set.of("dev.keyport.jgit"),
                "dev.keyport.keychain", Set.of("dev.keyport.keychain"),
                "dev.keyport.netrc", Set.of("dev.keyport.netrc")));
  }

  @Test
  void pageOnEmbeddingShowsHowTheShadedOneIsBuilt() throws IOException {
    Path root = Published.root();
    String page = Files.readString(root.resolve("docs/embedding.md"));
    int begin = page.indexOf("<filters>");
    String shown = page.substring(begin, page.indexOf("```", begin));

    assertThat(Files.readString(root.resolve("integration-tests/src/consumers/shaded/pom.xml")))
        .containsIgnoringWhitespaces(shown);
  }

  @Test
  void consumersAreBuiltByThePluginsThatTheMachineHas() throws IOException {
    Map<String, String> ours = plugins(Published.root().resolve("pom.xml"));
    Map<String, String> theirs =
        plugins(Published.root().resolve("integration-tests/src/consumers/pom.xml"));
    theirs.remove("maven-shade-plugin"); // Keyport's own build has no use for it

    assertThat(theirs).hasSizeGreaterThan(3);
    assertThat(ours).containsAllEntriesOf(theirs);
  }

  private static Map<String, String> plugins(Path pom) throws IOException {
    Map<String, String> versions = new HashMap<>();
    PLUGIN
        .matcher(Files.readString(pom))
        .results()
        .forEach(plugin -> versions.put(plugin.group(1), plugin.group(2)));
    return versions;
  }

  @Test
  void jarsHaveSourcesAndJavadocBesideThem() throws IOException {
    for (Published artifact : Published.all()) {
      if (MODULES.contains(artifact.name())) {
        assertThat(artifact.kinds())
            .as(artifact.name())
            .contains(".jar", "-sources.jar", "-javadoc.jar");
      }
      if ("keyport-domain".equals(artifact.name())) {
        assertThat(artifact.kinds()).contains("-tests.jar", "-test-sources.jar");
      }
    }
  }

  @Test
  void pomsNeedNoParentAndNoTests() throws IOException {
    for (Published artifact : Published.all()) {
      assertThat(Files.readString(artifact.pom()))
          .as(artifact.name())
          .contains("<name>", "<description>", "<name>Apache-2.0</name>")
          .doesNotContain("<parent>", "<scope>test</scope>", "junit");
    }
  }
}
