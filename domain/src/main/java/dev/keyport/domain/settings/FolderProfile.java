package dev.keyport.domain.settings;

import java.util.Optional;

/** The profile that the working folder, or one above it, asks for and may choose. */
public interface FolderProfile {
  /** Chooses none, ever. */
  FolderProfile NONE = Optional::empty;

  /** The choice; empty when no folder makes one, or it was not allowed to. */
  Optional<ResolvedSetting> chosen();
}
