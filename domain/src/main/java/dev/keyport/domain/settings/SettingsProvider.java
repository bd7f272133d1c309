package dev.keyport.domain.settings;

import java.util.function.Consumer;

/**
 * Where a person's own settings are found, for a program that embeds Keyport to keep to them; found
 * by {@link java.util.ServiceLoader}. An implementation is public and has a public constructor
 * without parameters. Without one nothing is set but what the program, its system properties and
 * its environment say. It, and what it answers, is used by one thread at a time, and not always by
 * the same.
 */
public interface SettingsProvider {
  /**
   * The configuration file. Nothing is read before the first question.
   *
   * @param machine whose environment and folders are asked
   * @return {@link Settings#NONE} where there can be no file, as without a home folder
   * @throws dev.keyport.domain.error.UsageException when a variable that names it is no path
   */
  Settings settings(Machine machine);

  /**
   * What the working folder chooses.
   *
   * @param machine whose folders are asked
   * @param notices is told of a choice that is not believed, and why, a sentence each
   */
  FolderProfile folder(Machine machine, Consumer<String> notices);
}
