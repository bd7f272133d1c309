package dev.keyport.files;

import com.sun.security.auth.module.UnixSystem;

/** Whose process this is. */
interface CurrentUser {
  /** The number of the user that may do everything. */
  long ROOT = 0;

  /** The user's number; asked only where files have owners. */
  long uid();

  default boolean isRoot() {
    return uid() == ROOT;
  }

  /**
   * The operating system's answer. The name in the property {@code user.name} won't do: a container
   * may run as a number that has no name.
   */
  static CurrentUser ofProcess() {
    return () -> new UnixSystem().getUid();
  }
}
