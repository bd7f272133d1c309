package dev.keyport.it.readers;

import dev.keyport.it.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A library, asked by one run of a script in its language. The script prints a line with what it
 * uses, as messages name it, and the versions; then for each line with a question one with the
 * answer, all of it JSON.
 *
 * @param name the script, among the resources
 * @param interpreter the command that runs it
 * @param arguments what it is given
 * @param needs checks that all it uses is there
 * @param folder where it is put; node looks for packages from there
 */
record ScriptReader(
    String name, String interpreter, List<String> arguments, Needs needs, Path folder)
    implements NetrcReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Skips the test, or fails it, when something is missing. */
  interface Needs {
    void check();
  }

  ScriptReader {
    arguments = List.copyOf(arguments);
  }

  /** One that takes no arguments. */
  ScriptReader(String name, String interpreter, Needs needs, Path folder) {
    this(name, interpreter, List.of(), needs, folder);
  }

  @Override
  public void need() {
    needs.check();
  }

  @Override
  public boolean runsOnce() {
    return true;
  }

  @Override
  public Reading read(List<Written> table) {
    List<JsonNode> lines =
        run(table.stream().map(ScriptReader::question).collect(Collectors.joining()));
    if (lines.size() != table.size() + 1) {
      throw new AssertionError(
          name + " answered " + (lines.size() - 1) + " of " + table.size() + " questions");
    }
    Map<String, Login> logins = new HashMap<>();
    for (int i = 0; i < table.size(); i++) {
      JsonNode login = lines.get(i + 1).path("login");
      JsonNode password = lines.get(i + 1).path("password");
      if (login.isString() && password.isString()) {
        logins.put(table.get(i).key(), new Login(login.stringValue(), password.stringValue()));
      }
    }
    return new Reading(programs(lines.get(0)), logins);
  }

  private static List<Program> programs(JsonNode line) {
    return line.properties().stream()
        .map(used -> new Program(used.getKey(), Version.in(used.getValue().stringValue())))
        .toList();
  }

  private static String question(Written written) {
    return JSON.writeValueAsString(
            Map.of("file", written.netrc().toString(), "host", written.host()))
        + "\n";
  }

  private List<JsonNode> run(String questions) {
    List<String> command = new ArrayList<>();
    command.add(interpreter);
    command.add(Resources.copy(name, folder).toString());
    command.addAll(arguments);
    Processes.Ended ended = Processes.run(Commands.inherited(command), questions, name);
    if (ended.exit() != 0) {
      throw new AssertionError(name + " ended with " + ended.exit() + ": " + ended.stderr());
    }
    return ended.stdout().lines().map(JSON::readTree).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
