package dev.keyport.cli.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What this build is, from the properties that the build filled in. */
public final class BuildInfo {
  private BuildInfo() {}

  /** The version, as {@code 0.1.0-SNAPSHOT}. */
  public static String version() {
    try (InputStream in =
        Objects.requireNonNull(BuildInfo.class.getResourceAsStream("build.properties"))) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
