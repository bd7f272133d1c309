package dev.keyport.domain.token;

import dev.keyport.domain.settings.Machine;
import java.time.Duration;

/**
 * Opens the place where {@link Metadata} is kept, for a program that embeds Keyport to log in and
 * out as the command does; found by {@link java.util.ServiceLoader}. An implementation is public
 * and has a public constructor without parameters. Without one, metadata is kept until the program
 * ends. It is used by one thread at a time.
 */
public interface MetadataStoreProvider {
  /**
   * Opens it; nothing is read or written yet.
   *
   * @param machine whose state folder it is in
   * @param timeout how long to wait for another process that writes metadata
   * @throws dev.keyport.domain.error.UsageException when the machine has no state folder, as
   *     without a home folder
   */
  MetadataStore open(Machine machine, Duration timeout);
}
