package dev.keyport.domain.settings;

import java.util.Optional;

/** Whether the working folder's {@code .keyport} may choose a profile. */
public interface AllowedFolders {
  /**
   * Allows it, as it is now: once it is changed, it is to be allowed anew.
   *
   * @return what it chooses
   * @throws dev.keyport.domain.error.NotFoundException when there is none here or above
   * @throws dev.keyport.domain.error.UsageException when it must not be believed, or is none
   */
  ResolvedSetting allow();

  /**
   * Takes that back.
   *
   * @return the file, where it was allowed
   * @throws dev.keyport.domain.error.NotFoundException when there is none here or above
   */
  Optional<String> forbid();
}
