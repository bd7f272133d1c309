package dev.keyport.cli.wiring;

import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This computer's name, from the system's own files: asking DNS for it can take seconds. */
final class ComputerName {
  private static final Path HOSTNAME = Path.of("/etc/hostname");

  private ComputerName() {}

  static String of(Machine machine) {
    return machine
        .variable(machine.isWindows() ? "COMPUTERNAME" : "HOSTNAME")
        .orElseGet(ComputerName::fromFile);
  }

  private static String fromFile() {
    try {
      String name = Files.readString(HOSTNAME).strip();
      return name.isEmpty() ? "this computer" : name;
    } catch (IOException e) {
      return "this computer";
    }
  }
}
