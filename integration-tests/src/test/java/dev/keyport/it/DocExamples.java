package dev.keyport.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The examples in doc comments, each made into a class that compiles if the example is right. */
final class DocExamples {
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* }</pre>", Pattern.DOTALL);
  private static final Pattern MARGIN = Pattern.compile("^ *\\* ?", Pattern.MULTILINE);
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");

  /** What an example has around it in its reader's program. */
  private static final String AROUND =
      """
      abstract class %s {
        Keyport keyport;
        TokenStore store;
        Host host;
        char[] typed;
        Console console;
        File folder;
        java.net.HttpURLConnection connection;
        abstract void call(Secret secret);
        abstract void use(Credential credential) throws IOException;
        abstract boolean isRefused(Credential credential);
        void example() throws Exception {
      %s
        }
      }
      """;

  /** An API that an example opens. */
  private static final String API =
      """
      class ExampleApi implements AuthApi {
        ExampleApi(Object address, Object timeout) {}
        public Authorization createAuthorization(PasswordLogin a) { throw new AssertionError(); }
        public Authorization createAuthorization(Secret a, NewAuthorization b) { throw new AssertionError(); }
        public Account account(Secret a) { throw new AssertionError(); }
        public List<Authorization> authorizations(Secret a) { throw new AssertionError(); }
        public Optional<Authorization> defaultAuthorization(Secret a) { throw new AssertionError(); }
        public void revokeAuthorization(Secret a, String b) {}
        public boolean endOwnSession(Secret a) { throw new AssertionError(); }
      }
      """;

  private DocExamples() {}

  /** One source file for each example in these, in this folder; they import what is exported. */
  static List<Path> write(List<PublishedSources> modules, Path folder) throws IOException {
    List<Path> sources = modules.stream().flatMap(module -> module.sources().stream()).toList();
    String imports = imports(sources);
    List<Path> written = new ArrayList<>();
    for (Path source : sources) {
      Matcher example = EXAMPLE.matcher(Files.readString(source));
      while (example.find()) {
        written.add(
            write(
                imports,
                MARGIN.matcher(example.group(1)).replaceAll(""),
                folder.resolve("example" + written.size())));
      }
    }
    return written;
  }

  private static Path write(String imports, String example, Path folder) throws IOException {
    Matcher type = TYPE.matcher(example);
    boolean isType = type.find();
    String name = isType ? type.group(1) : "Example";
    String text = isType ? example + "\n" + API : AROUND.formatted(name, example);
    Files.createDirectories(folder);
    return Files.writeString(
        folder.resolve(name + ".java"), "package " + folder.getFileName() + ";\n" + imports + text);
  }

  private static String imports(List<Path> sources) throws IOException {
    List<String> packages =
        new ArrayList<>(
            List.of("java.io", "java.time", "java.util", "okhttp3", "org.eclipse.jgit.api"));
    for (Path source : sources) {
      if (source.endsWith("package-info.java")) {
        packages.add(Files.readString(source).replaceAll("(?s).*\\npackage ([\\w.]+);.*", "$1"));
      }
    }
    return packages.stream().map(name -> "import " + name + ".*;\n").collect(Collectors.joining());
  }
}
