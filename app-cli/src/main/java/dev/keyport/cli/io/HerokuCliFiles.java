package dev.keyport.cli.io;

import dev.keyport.domain.doctor.HerokuCli;
import dev.keyport.domain.doctor.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for the heroku CLI, and reads its version from the package.json above its program. */
public final class HerokuCliFiles {
  private static final int LEVELS = 4;

  private HerokuCliFiles() {}

  /** Empty where there is none on the PATH. */
  public static Optional<HerokuCli> find(Programs programs) {
    return programs
        .find("heroku")
        .map(
            path ->
                new HerokuCli(
                    path, version(Path.of(path)), programs.find("secret-tool").isPresent()));
  }

  private static Optional<String> version(Path program) {
    try {
      Path folder = program.toRealPath().getParent();
      for (int i = 0; i < LEVELS && folder != null; i++) {
        Path description = folder.resolve("package.json");
        if (Files.isRegularFile(description)) {
          JsonNode read = JsonMapper.shared().readTree(Files.readString(description));
          return Optional.of(read)
              .filter(json -> json.path("name").asString("").equals("heroku"))
              .map(json -> json.path("version").asString(""))
              .filter(text -> text.matches("[0-9A-Za-z.+-]{1,40}"));
        }
        folder = folder.getParent();
      }
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
