package dev.keyport.it.readers;

import java.util.List;
import java.util.Map;

/**
 * What came of asking a program.
 *
 * @param programs the program as messages name it, with its version; more than one where it uses
 *     another
 * @param logins what it took from each file for the file's host, by {@link Written#key}; nothing
 *     for a file that it refuses, or finds no complete entry in
 */
record Reading(List<Program> programs, Map<String, Login> logins) {
  Reading {
    programs = List.copyOf(programs);
    logins = Map.copyOf(logins);
  }

  /** Whether it misread this one. */
  boolean misread(Written written) {
    return !written.sample().expected().equals(logins.get(written.key()));
  }

  /** Whether one of these messages speaks of it. */
  boolean isNamedIn(List<String> messages) {
    return programs.stream().anyMatch(program -> messages.stream().anyMatch(program::isNamedIn));
  }
}
