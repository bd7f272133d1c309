package dev.keyport.it;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a command. Every text has the names of {@link Secrets} in the place of secrets.
 *
 * @param command what was run
 * @param exit its exit status
 * @param stdout what it wrote to standard output
 * @param stderr what it wrote to standard error
 */
record Outcome(String command, int exit, String stdout, String stderr) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Standard output as one JSON document. */
  JsonNode json() {
    return JSON.readTree(stdout);
  }

  /** The {@code error} of the JSON document on standard error. */
  JsonNode error() {
    return JSON.readTree(stderr).path("error");
  }

  /** The lines of standard error. */
  List<String> errorLines() {
    return stderr.lines().toList();
  }

  /** Everything it wrote. */
  String all() {
    return stdout + stderr;
  }
}
