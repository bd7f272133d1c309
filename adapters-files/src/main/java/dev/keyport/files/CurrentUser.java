package dev.keyport.files;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whose process this is. */
interface CurrentUser {
  /** The number of the user that may do everything. */
  long ROOT = 0;

  /** No user's number: owns no file. */
  long NOBODY = -1;

  /** The user's number; asked only where files have owners. */
  long uid();

  default boolean isRoot() {
    return uid() == ROOT;
  }

  /**
   * The operating system's answer: who owns this process in {@code /proc}, or else, as on macOS,
   * what the JDK's own look-up says. In JDK 17 that look-up answers 0 for a number that has no
   * name, as in a container, which would pass for root; the property {@code user.name} is no better
   * there.
   */
  static CurrentUser ofProcess() {
    return () -> {
      try {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      } catch (IOException e) {
        UnixSystem system = new UnixSystem();
        return system.getUsername() == null ? NOBODY : system.getUid();
      }
    };
  }
}
