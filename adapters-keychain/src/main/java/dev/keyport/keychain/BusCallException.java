package dev.keyport.keychain;

import java.io.Serial;

/** A D-Bus call was answered with an error. Only the error's name is kept, never its text. */
final class BusCallException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String errorName;

  BusCallException(String errorName, String member) {
    super(member + " was answered with " + errorName);
    this.errorName = errorName;
  }

  /** Whether the object called is not there, or no longer. */
  boolean isNoSuchObject() {
    return errorName.equals("org.freedesktop.Secret.Error.NoSuchObject")
        || errorName.equals("org.freedesktop.DBus.Error.UnknownObject")
        || errorName.equals("org.freedesktop.DBus.Error.UnknownMethod");
  }

  /** Whether the session that the call named is not known. */
  boolean isNoSession() {
    return errorName.equals("org.freedesktop.Secret.Error.NoSession");
  }

  /** Whether the keyring was locked under way. */
  boolean isLocked() {
    return errorName.equals("org.freedesktop.Secret.Error.IsLocked");
  }

  /** Whether whoever was called left the bus without an answer, or had left it. */
  boolean isNoReply() {
    return errorName.equals("org.freedesktop.DBus.Error.NoReply")
        || errorName.equals("org.freedesktop.DBus.Error.ServiceUnknown")
        || errorName.equals("org.freedesktop.DBus.Error.NameHasNoOwner");
  }

  /** Whether the service gave up waiting for something itself, its own start included. */
  boolean isTimeout() {
    return errorName.equals("org.freedesktop.DBus.Error.TimedOut")
        || errorName.equals("org.freedesktop.DBus.Error.Timeout");
  }
}
