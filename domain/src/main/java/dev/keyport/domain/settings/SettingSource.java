package dev.keyport.domain.settings;

import dev.keyport.domain.error.Place;
import java.util.Objects;

/** Where a setting's value came from; the first of these that has one counts. */
public sealed interface SettingSource {
  /** How early it is asked: the lower, the sooner. */
  int rank();

  /** A word for it: flag, code, property, environment, folder, profile, file or default. */
  String kind();

  /**
   * A flag.
   *
   * @param name as {@code --store}
   */
  record Flag(String name) implements SettingSource {
    public Flag {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public String kind() {
      return "flag";
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * The program that embeds Keyport.
   *
   * @param call what it called, as {@code Keyport.Builder.store}
   */
  record Code(String call) implements SettingSource {
    public Code {
      Objects.requireNonNull(call, "call");
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public String kind() {
      return "code";
    }

    @Override
    public String toString() {
      return call;
    }
  }

  /**
   * A system property of the JVM.
   *
   * @param name as {@code keyport.store}
   */
  record Property(String name) implements SettingSource {
    public Property {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public int rank() {
      return 1;
    }

    @Override
    public String kind() {
      return "property";
    }

    @Override
    public String toString() {
      return "-D" + name;
    }
  }

  /**
   * An environment variable.
   *
   * @param variable its name
   */
  record Environment(String variable) implements SettingSource {
    public Environment {
      Objects.requireNonNull(variable, "variable");
    }

    @Override
    public int rank() {
      return 2;
    }

    @Override
    public String kind() {
      return "environment";
    }

    @Override
    public String toString() {
      return variable;
    }
  }

  /**
   * A folder's {@code .keyport}, which says the profile and nothing else.
   *
   * @param place the file
   */
  record Folder(Place place) implements SettingSource {
    public Folder {
      Objects.requireNonNull(place, "place");
    }

    @Override
    public int rank() {
      return 3;
    }

    @Override
    public String kind() {
      return "folder";
    }

    @Override
    public String toString() {
      return place.toString();
    }
  }

  /**
   * The profile in use.
   *
   * @param name its name
   * @param place the line of the configuration file
   */
  record Profile(String name, Place place) implements SettingSource {
    public Profile {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(place, "place");
    }

    @Override
    public int rank() {
      return 4;
    }

    @Override
    public String kind() {
      return "profile";
    }

    @Override
    public String toString() {
      return "profile " + name + " (" + place + ")";
    }
  }

  /**
   * The top of the configuration file.
   *
   * @param place its line
   */
  record File(Place place) implements SettingSource {
    public File {
      Objects.requireNonNull(place, "place");
    }

    @Override
    public int rank() {
      return 5;
    }

    @Override
    public String kind() {
      return "file";
    }

    @Override
    public String toString() {
      return place.toString();
    }
  }

  /** Nobody: what counts when nothing is set. */
  record Default() implements SettingSource {
    @Override
    public int rank() {
      return 6;
    }

    @Override
    public String kind() {
      return "default";
    }

    @Override
    public String toString() {
      return "default";
    }
  }
}
